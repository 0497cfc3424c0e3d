package org.rung.help.ui;

import static org.rung.help.ui.HelpWords.role;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.rung.help.Whom;
import org.rung.teams.TeamId;
import org.rung.texting.ConversationId;

/** Why one asks for help, whom, and what they should know. */
class AskDialog extends Dialog {
    /** Anyone for no team; one: somebody in particular. */
    private record Choice(String words, Optional<TeamId> team, boolean one) {}

    private final transient Help help;
    private final transient Actor.Member actor;
    private final ConversationId conversation;
    private final transient Runnable asked;
    private final RadioButtonGroup<HelpReason> reason = new RadioButtonGroup<>(getTranslation("help.ask.reason"));
    private final TextArea note = new TextArea(getTranslation("help.ask.note"));
    private final Select<Choice> whom = new Select<>();
    private final ComboBox<Member> who = new ComboBox<>(getTranslation("help.ask.one"));
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
        choices();
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
        var body = new Div(new Paragraph(getTranslation("help.ask.line")), reason, note, whom, who, problem);
        body.addClassNames("col", "help-ask");
        add(body);
        var go = new Button(getTranslation("help.ask.do"), click -> ask());
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("help.cancel"), click -> close()), go);
    }

    /** Any organizer at first: whoever needs help quickly has chosen enough. */
    private void choices() {
        var anyone = new Choice(getTranslation("help.ask.anyone"), Optional.empty(), false);
        List<Choice> all = new ArrayList<>(List.of(anyone));
        help.teams(actor)
                .forEach(team -> all.add(
                        new Choice(getTranslation("help.ask.team", team.name()), Optional.of(team.teamId()), false)));
        all.add(new Choice(getTranslation("help.ask.named"), Optional.empty(), true));
        whom.setLabel(getTranslation("help.ask.who"));
        whom.setItems(all);
        whom.setItemLabelGenerator(Choice::words);
        whom.setValue(anyone);
        whom.setWidthFull();
        who.setVisible(false);
        whom.addValueChangeListener(change -> {
            who.setVisible(change.getValue().one());
            if (change.getValue().one()) who.focus();
        });
    }

    private Whom asked(Choice choice) {
        return Whom.of(choice.one() ? who.getOptionalValue().map(Member::memberId) : Optional.empty(), choice.team());
    }

    private void ask() {
        if (reason.isEmpty()) {
            reason.setErrorMessage(getTranslation("help.ask.missing"));
            reason.setInvalid(true);
            return;
        }
        try {
            if (whom.getValue().one() && who.isEmpty()) {
                who.setErrorMessage(getTranslation("help.ask.one.missing"));
                who.setInvalid(true);
                return;
            }
            help.ask(actor, conversation, new HelpDraft(reason.getValue(), note.getValue(), asked(whom.getValue())));
            close();
            asked.run();
        } catch (Problem refused) {
            problem.setText(Sentences.of(refused));
            problem.setVisible(true);
        }
    }
}
