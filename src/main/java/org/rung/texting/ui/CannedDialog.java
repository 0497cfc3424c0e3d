package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.rung.campaigns.CannedReply;

/** Ready answers, as they would leave: the campaign's own first; where there are many, found by their words. */
class CannedDialog extends Dialog {
    /** As many as one looks over without a search. */
    private static final int HANDFUL = 6;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final transient List<CannedReply> replies;
    private final transient Consumer<String> use;
    private final Div list = new Div();
    private final Paragraph none = new Paragraph(getTranslation("texting.canned.none"));
    private transient List<CannedReply> found;

    /** @param replies the campaign's own first, filled in */
    CannedDialog(List<CannedReply> replies, Consumer<String> use) {
        this.replies = replies;
        this.use = use;
        found = replies;
        setHeaderTitle(getTranslation("texting.canned"));
        setWidth("min(520px, 94vw)");
        list.addClassName("canned-list");
        none.addClassName("muted");
        none.getElement().setAttribute("role", "status");
        Div body = new Div();
        // The arrow keys go from the search to the answers and back.
        body.getElement().setAttribute("data-arrows", "");
        if (replies.size() > HANDFUL) {
            body.add(search());
        }
        body.add(list, none);
        add(body);
        getFooter().add(new Button(getTranslation("texting.cancel"), click -> close()));
        show();
    }

    private TextField search() {
        TextField search = new TextField();
        search.setPlaceholder(getTranslation("texting.canned.search"));
        search.setAriaLabel(getTranslation("texting.canned.search"));
        search.setClearButtonVisible(true);
        search.setWidthFull();
        search.addClassName("canned-search");
        search.setValueChangeMode(ValueChangeMode.EAGER);
        search.addValueChangeListener(change -> find(change.getValue()));
        search.addKeyDownListener(Key.ENTER, enter -> found.stream().findFirst().ifPresent(this::take));
        addOpenedChangeListener(change -> {
            if (change.isOpened()) search.focus();
        });
        return search;
    }

    /** Every word of what is looked for, in the title or the text, whatever its accents. */
    private void find(String looked) {
        List<String> words = List.of(folded(looked).split("\\s+"));
        found = replies.stream()
                .filter(reply -> words.stream().allMatch(folded(reply.title() + " " + reply.words())::contains))
                .toList();
        show();
    }

    private static String folded(String words) {
        return MARKS.matcher(Normalizer.normalize(words, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    private void show() {
        list.removeAll();
        group(
                "texting.canned.campaign",
                found.stream().filter(reply -> reply.campaign().isPresent()).toList());
        group(
                "texting.canned.all",
                found.stream().filter(reply -> reply.campaign().isEmpty()).toList());
        none.setVisible(found.isEmpty());
    }

    private void group(String title, List<CannedReply> some) {
        if (some.isEmpty()) return;
        H3 heading = new H3(getTranslation(title));
        heading.addClassNames("small", "muted");
        list.add(heading);
        some.forEach(reply -> list.add(row(reply)));
    }

    private Component row(CannedReply reply) {
        Span title = new Span(reply.title());
        title.addClassName("strong");
        Span words = new Span(reply.words());
        words.addClassNames("small", "muted", "canned-words");
        NativeButton row = new NativeButton();
        row.add(title, words);
        row.addClassName("canned-row");
        row.addClickListener(click -> take(reply));
        return row;
    }

    private void take(CannedReply reply) {
        close();
        use.accept(reply.words());
    }
}
