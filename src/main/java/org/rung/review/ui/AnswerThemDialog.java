package org.rung.review.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rung.accounts.Sentences;
import org.rung.accounts.SureDialog;
import org.rung.answers.AnswersPaths;
import org.rung.answers.Forecast;
import org.rung.answers.ManyAnswers;
import org.rung.answers.ReplyDeed;
import org.rung.answers.ReplyKind;
import org.rung.answers.ReplyWish;
import org.rung.campaigns.CampaignId;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.scripts.Check;
import org.rung.texting.ConversationId;
import org.rung.texting.Objection;

/** One text or one recorded answer for all that are chosen: written, looked at with who gets it and who does not, then begun. */
class AnswerThemDialog extends Dialog {
    private final transient ManyAnswers answers;
    private final transient Actor.Member actor;
    private final transient Set<ConversationId> chosen;
    private final transient Optional<CampaignId> campaign;
    private final transient Runnable begun;
    private final RadioButtonGroup<ReplyKind> what = new RadioButtonGroup<>();
    private final TextArea words = new TextArea();
    private final ComboBox<Choices.Answer> answer = new ComboBox<>();
    private final Div outlook = new Div();
    private final Button go = new Button();
    /** Pressed twice, it is one job. */
    private final String request = UUID.randomUUID().toString();

    AnswerThemDialog(
            ManyAnswers answers,
            Set<String> fields,
            Choices choices,
            Actor.Member actor,
            Set<ConversationId> chosen,
            Runnable begun) {
        this.answers = answers;
        this.actor = actor;
        this.chosen = chosen;
        this.begun = begun;
        campaign = answers.campaign(actor, chosen);
        setHeaderTitle(getTranslation("review.answerThem"));
        setWidth("min(560px, 94vw)");
        Span line = new Span(getTranslation("review.answerThem.line", chosen.size()));
        line.addClassName("muted");
        List<Choices.Answer> possible = campaign.map(choices::answersNow).orElse(List.of());
        what.setLabel(getTranslation("review.answerThem.what"));
        what.setItems(ReplyKind.values());
        what.setItemLabelGenerator(kind -> getTranslation("review.answerThem." + kind));
        what.setItemEnabledProvider(kind -> kind == ReplyKind.REPLY || !possible.isEmpty());
        what.setHelperText(possible.isEmpty() ? getTranslation("review.answerThem.oneCampaign") : "");
        what.setValue(ReplyKind.REPLY);
        words.setLabel(getTranslation("review.answerThem.words"));
        words.setHelperText(getTranslation(
                "review.answerThem.help",
                fields.stream().map(field -> "{" + field + "}").collect(Collectors.joining(" "))));
        words.setMaxLength(ReplyDeed.LONGEST);
        words.setMinRows(3);
        words.setMaxRows(8);
        words.setWidthFull();
        words.setValueChangeMode(ValueChangeMode.EAGER);
        answer.setLabel(getTranslation("review.answerThem.answer"));
        answer.setHelperText(getTranslation("review.answerThem.answerHelp"));
        answer.setItems(possible);
        answer.setItemLabelGenerator(Choices.Answer::words);
        answer.setWidthFull();
        answer.setVisible(false);
        outlook.addClassNames("col", "review-outlook");
        outlook.getElement().setAttribute("role", "status");
        Div body = new Div(line, what, words, answer, outlook);
        body.addClassName("col");
        add(body);
        what.addValueChangeListener(change -> {
            words.setVisible(change.getValue() == ReplyKind.REPLY);
            answer.setVisible(change.getValue() == ReplyKind.RECORD);
            anew();
        });
        words.addValueChangeListener(change -> anew());
        answer.addValueChangeListener(change -> anew());
        Button look = new Button(getTranslation("review.answerThem.look"), click -> look());
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.addClickListener(click -> go(false));
        getFooter().add(new Button(getTranslation("review.cancel"), click -> close()), look, go);
        anew();
    }

    /** What was looked at is not what would leave any more. */
    private void anew() {
        outlook.removeAll();
        words.setInvalid(false);
        answer.setInvalid(false);
        show(0);
    }

    private void show(int getting) {
        go.setText(getTranslation("review.answerThem.go", getting));
        go.setEnabled(getting > 0);
    }

    private Optional<ReplyWish> wish() {
        if (what.getValue() == ReplyKind.REPLY) {
            if (words.getValue().isBlank()) {
                words.focus();
                return Optional.empty();
            }
            return Optional.of(new ReplyWish(chosen, new ReplyDeed.Reply(words.getValue())));
        }
        return answer.getOptionalValue()
                .map(one -> new ReplyWish(
                        chosen,
                        new ReplyDeed.Recorded(
                                campaign.orElseThrow(),
                                one.given().question(),
                                one.given().answer())));
    }

    private void look() {
        anew();
        try {
            wish().ifPresent(wish -> show(answers.forecast(actor, actor.memberId(), wish)));
        } catch (Problem problem) {
            fail(problem);
        }
    }

    private void show(Forecast forecast) {
        forecast.sample().ifPresent(read -> {
            Span label = new Span(getTranslation("review.answerThem.sample"));
            label.addClassNames("small", "muted");
            Div bubble = new Div(read);
            bubble.addClassNames("bub", "us");
            outlook.add(label, bubble);
        });
        forecast.outcomes()
                .forEach((outcome, how) ->
                        outlook.add(new Paragraph(getTranslation("answers.outcome." + outcome, how))));
        if (forecast.getting() == 0) outlook.add(notice(getTranslation("review.answerThem.nobody"), true));
        forecast.asks().ifPresent(asked -> outlook.add(notice(Sentences.of(asked), false)));
        for (Check check : forecast.checks()) {
            outlook.add(notice(Sentences.of(check.said()), check.level() == Check.Level.MUST));
        }
        show(forecast.mayLeave() ? forecast.getting() : 0);
    }

    private static Div notice(String said, boolean bad) {
        Div notice = new Div(said);
        notice.addClassNames("notice", bad ? "bad" : "warn");
        return notice;
    }

    private void go(boolean sure) {
        try {
            wish().ifPresent(wish -> {
                answers.start(actor, actor.memberId(), wish, request, sure);
                close();
                Notification.show(
                        getTranslation("review.answerThem.begun"), 5_000, Notification.Position.BOTTOM_CENTER);
                begun.run();
                getUI().ifPresent(ui -> ui.navigate(AnswersPaths.ANSWERS));
            });
        } catch (Problem problem) {
            if (Objection.asks(problem)) {
                new SureDialog(
                                getTranslation("texting.unkind"),
                                Sentences.of(problem),
                                getTranslation("texting.unkind.send"),
                                getTranslation("texting.unkind.change"),
                                () -> go(true))
                        .open();
            } else {
                fail(problem);
            }
        }
    }

    private void fail(Problem problem) {
        boolean text = what.getValue() == ReplyKind.REPLY;
        words.setErrorMessage(Sentences.of(problem));
        answer.setErrorMessage(Sentences.of(problem));
        words.setInvalid(text);
        answer.setInvalid(!text);
        outlook.add(notice(Sentences.of(problem), true));
    }
}
