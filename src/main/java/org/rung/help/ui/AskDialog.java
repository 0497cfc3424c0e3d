package org.rung.help.ui;

import static org.rung.help.ui.HelpWords.role;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Set;
import org.rung.accounts.Member;
import org.rung.accounts.MemberFilter;
import org.rung.accounts.Members;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.help.Help;
import org.rung.help.HelpDraft;
import org.rung.help.HelpReason;
import org.rung.texting.ConversationId;

/** Why one asks for help, whom, and what they should know. */
class AskDialog extends Dialog {
    private final transient Help help;
    private final transient Actor.Member actor;
    private final ConversationId conversation;
    private final transient Runnable asked;
    private final RadioButtonGroup<HelpReason> reason = new RadioButtonGroup<>(getTranslation("help.ask.reason"));
    private final TextArea note = new TextArea(getTranslation("help.ask.note"));
    private final ComboBox<Member> who = new ComboBox<>(getTranslation("help.ask.who"));
    private final Div problem = role(new Div(), "alert");

    AskDialog(Help help, Members members, Actor.Member actor, ConversationId conversation, Runnable asked) {
        this.help = help;
        this.actor = actor;
        this.conversation = conversation;
        this.asked = asked;
        setHeaderTitle(getTranslation("help.ask"));
        setWidth("min(460px, 94vw)");
        reason.setItems(HelpReason.values());
        reason.setItemLabelGenerator(HelpWords::reason);
        reason.setRequiredIndicatorVisible(true);
        note.setMaxLength(HelpDraft.LONGEST);
        note.setMinRows(2);
        note.setWidthFull();
        who.setPlaceholder(getTranslation("help.ask.anyone"));
        who.setClearButtonVisible(true);
        who.setItems(query -> members
                .search(
                        actor,
                        MemberFilter.whoMay(
                                Permission.SEE_CONVERSATIONS,
                                Set.of(actor.memberId()),
                                query.getFilter().orElse("")),
                        query.getOffset(),
                        query.getLimit())
                .stream());
        who.setItemLabelGenerator(Member::name);
        who.setWidthFull();
        problem.addClassNames("notice", "bad");
        problem.setVisible(false);
        var body = new Div(new Paragraph(getTranslation("help.ask.line")), reason, note, who, problem);
        body.addClassNames("col", "help-ask");
        add(body);
        var go = new Button(getTranslation("help.ask.do"), click -> ask());
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("help.cancel"), click -> close()), go);
    }

    private void ask() {
        if (reason.isEmpty()) {
            reason.setErrorMessage(getTranslation("help.ask.missing"));
            reason.setInvalid(true);
            return;
        }
        try {
            var to = who.getOptionalValue().map(Member::memberId);
            help.ask(actor, conversation, new HelpDraft(reason.getValue(), note.getValue(), to));
            close();
            asked.run();
        } catch (Problem refused) {
            problem.setText(Sentences.of(refused));
            problem.setVisible(true);
        }
    }
}
