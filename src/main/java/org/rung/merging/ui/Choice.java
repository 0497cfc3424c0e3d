package org.rung.merging.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.Map;
import java.util.Optional;
import org.rung.merging.Side;

/** One thing that is written of both: which of two values stays. Where they agree, or one says nothing, there is nothing to choose. */
class Choice extends Div {
    private final RadioButtonGroup<Side> sides = new RadioButtonGroup<>();
    private final boolean open;

    Choice(String label, String kept, String gone, Side proposed, boolean fixed) {
        addClassName("choice");
        open = !kept.isEmpty() && !gone.isEmpty() && !kept.equals(gone);
        if (!open) {
            var name = new Span(label);
            name.addClassNames("small", "muted");
            add(name, new Span(kept.isEmpty() ? gone : kept));
            return;
        }
        var words = Map.of(Side.KEPT, kept, Side.GONE, gone);
        sides.setLabel(label);
        sides.setItems(Side.KEPT, Side.GONE);
        sides.setItemLabelGenerator(words::get);
        sides.setValue(proposed);
        sides.setReadOnly(fixed);
        if (fixed) sides.setHelperText(getTranslation("merging.phone.fixed"));
        add(sides);
    }

    /** Whose stays; only where there is something to choose. */
    Optional<Side> chosen() {
        return open ? Optional.ofNullable(sides.getValue()) : Optional.empty();
    }
}
