package org.rung.tasks.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.rung.accounts.FieldWords;
import org.rung.accounts.Member;
import org.rung.accounts.Members;
import org.rung.accounts.OneMember;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.people.SupporterId;
import org.rung.tasks.TaskDraft;
import org.rung.tasks.Tasks;
import org.rung.texting.ConversationId;

/** Makes a task about somebody. */
class MakeDialog extends Dialog {
    private final TextField title = new TextField(getTranslation("tasks.what"));
    private final DatePicker day = FieldWords.in(new DatePicker());
    private final OneMember owner;
    private final String key = "made:" + UUID.randomUUID();

    MakeDialog(
            Tasks tasks,
            Members members,
            Actor.Member actor,
            SupporterId about,
            Optional<ConversationId> conversation,
            Runnable again) {
        LocalDate today = tasks.today(actor);
        setHeaderTitle(getTranslation("tasks.make"));
        setWidth("min(440px, 94vw)");
        title.setMaxLength(TaskDraft.LONGEST_TITLE);
        title.setRequiredIndicatorVisible(true);
        title.setWidthFull();
        day.setLabel(getTranslation("tasks.day"));
        day.setValue(today.plusDays(1));
        day.setMin(today);
        day.setMax(today.plusDays(TaskDraft.FARTHEST));
        day.setWidthFull();
        owner = new OneMember(getTranslation("tasks.owner"), members, actor);
        owner.setHelperText(getTranslation("tasks.owner.help"));
        var body = new Div(title, day, owner);
        body.addClassName("col");
        add(body);
        var save = new Button(getTranslation("tasks.make.save"), click -> {
            try {
                tasks.make(
                        actor,
                        new TaskDraft(
                                about,
                                title.getValue(),
                                Optional.ofNullable(day.getValue()).orElse(today),
                                Optional.ofNullable(owner.getValue()).map(Member::memberId),
                                conversation,
                                Optional.empty()),
                        Optional.of(key));
                close();
                Notification.show(getTranslation("tasks.made"), 3_000, Notification.Position.TOP_CENTER);
                again.run();
            } catch (Problem refused) {
                say(refused);
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("tasks.cancel"), click -> close()), save);
    }

    private void say(Problem refused) {
        title.setInvalid(false);
        day.setInvalid(false);
        String field = refused instanceof Problem.Invalid wrong ? wrong.field() : "title";
        switch (field) {
            case "day" -> {
                day.setErrorMessage(Sentences.of(refused));
                day.setInvalid(true);
            }
            case "owner" -> {
                owner.setErrorMessage(Sentences.of(refused));
                owner.setInvalid(true);
            }
            default -> {
                title.setErrorMessage(Sentences.of(refused));
                title.setInvalid(true);
                title.focus();
            }
        }
    }
}
