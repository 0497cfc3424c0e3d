package org.rung.live.ui;

import static org.rung.live.ui.LiveWords.div;
import static org.rung.live.ui.LiveWords.role;
import static org.rung.live.ui.LiveWords.say;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.rung.accounts.Sentences;
import org.rung.common.Problem;
import org.rung.live.LiveTexter;
import org.rung.texting.WorkMoveDraft;
import org.rung.texting.WorkMoveKind;

/** What moves, and who gets it: from one texter, or by a rule. */
class MoveDialog extends Dialog {
    /** Who gets it. */
    private enum Gets {
        EVERYONE,
        AT_WORK,
        THESE
    }

    private final RadioButtonGroup<WorkMoveKind> kind = new RadioButtonGroup<>(say("live.move.what"));
    private final RadioButtonGroup<Gets> gets = new RadioButtonGroup<>(say("live.move.to"));
    private final MultiSelectComboBox<LiveTexter> these = new MultiSelectComboBox<>(say("live.move.these"));
    private final Div problem = role(div("notice bad"), "alert");
    private final transient WorkMoveDraft.From from;
    private final transient Consumer<WorkMoveDraft> move;

    /**
     * @param move does it; what it throws is said here
     */
    MoveDialog(
            String title,
            WorkMoveDraft.From from,
            List<LiveTexter> texters,
            WorkMoveKind first,
            Consumer<WorkMoveDraft> move) {
        this.from = from;
        this.move = move;
        setHeaderTitle(title);
        setWidth("min(480px, 94vw)");
        kind.setItems(WorkMoveKind.values());
        kind.setItemLabelGenerator(one -> say("live.move.what." + one));
        kind.setValue(first);
        boolean nobodys = from instanceof WorkMoveDraft.Nobody;
        gets.setItems(nobodys ? List.of(Gets.AT_WORK, Gets.THESE) : List.of(Gets.values()));
        gets.setItemLabelGenerator(one -> say("live.move.to." + one));
        gets.setValue(Gets.AT_WORK);
        these.setItems(texters.stream()
                .filter(one -> !one.suspended())
                .filter(one -> !from.equals(new WorkMoveDraft.Texter(one.texter())))
                .toList());
        these.setItemLabelGenerator(LiveTexter::name);
        these.setWidthFull();
        these.setVisible(false);
        gets.addValueChangeListener(change -> {
            these.setVisible(change.getValue() == Gets.THESE);
            if (change.getValue() == Gets.THESE) these.focus();
        });
        problem.setVisible(false);
        add(div("col", new Paragraph(say("live.move.how")), kind, gets, these, problem));
        var go = new Button(say("live.move.do"), click -> go());
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(say("live.cancel"), click -> close()), go);
    }

    private void go() {
        if (gets.getValue() == Gets.THESE && these.isEmpty()) {
            these.setErrorMessage(say("live.move.these.missing"));
            these.setInvalid(true);
            return;
        }
        try {
            move.accept(new WorkMoveDraft(kind.getValue(), from, to(), WorkMoveDraft.MOST));
            close();
        } catch (Problem refused) {
            problem.setText(Sentences.of(refused));
            problem.setVisible(true);
        }
    }

    private WorkMoveDraft.To to() {
        return switch (Optional.ofNullable(gets.getValue()).orElse(Gets.AT_WORK)) {
            case EVERYONE -> new WorkMoveDraft.Everyone();
            case AT_WORK -> new WorkMoveDraft.AtWork();
            case THESE ->
                new WorkMoveDraft.These(
                        these.getValue().stream().map(LiveTexter::texter).collect(Collectors.toSet()));
        };
    }
}
