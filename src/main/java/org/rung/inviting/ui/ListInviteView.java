package org.rung.inviting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.AccountsPaths;
import org.rung.accounts.Landings;
import org.rung.accounts.Sentences;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.PhoneNumbers;
import org.rung.common.Problem;
import org.rung.inviting.Invited;
import org.rung.inviting.Invitee;
import org.rung.inviting.InviteeLines;
import org.rung.inviting.InviteeState;
import org.rung.inviting.Invitees;
import org.rung.inviting.InvitingPaths;

/** A list of people in, an invitation for each out, and what became of every one. */
@Route(InvitingPaths.LIST)
@RolesAllowed({"ORGANIZER", "ADMIN"})
public class ListInviteView extends Div implements HasDynamicTitle {
    private static final int SIZE = 50;

    private final transient Invitees invitees;
    private final transient SignedIn signedIn;
    private final transient Actor.Member actor;
    private final TextArea lines = new TextArea(getTranslation("inviting.lines"));
    private final Select<Landings.Landing> landing = new Select<>();
    private final Div read = new Div();
    private final Div result = new Div();
    private final Div list = new Div();

    ListInviteView(Invitees invitees, List<Landings> landings, SignedIn signedIn) {
        this.invitees = invitees;
        this.signedIn = signedIn;
        this.actor = signedIn.actor();
        addClassName("page");
        lines.setWidthFull();
        lines.setMinRows(5);
        lines.setMaxLength(40_000);
        lines.setHelperText(getTranslation("inviting.lines.help"));
        lines.setValueChangeMode(ValueChangeMode.LAZY);
        lines.addValueChangeListener(change -> look());
        landing.setLabel(getTranslation("inviting.landing"));
        landing.setEmptySelectionAllowed(true);
        landing.setEmptySelectionCaption(getTranslation("inviting.landing.none"));
        landing.setItems(
                landings.stream().flatMap(each -> each.of(actor).stream()).toList());
        landing.setItemLabelGenerator(one -> one == null ? getTranslation("inviting.landing.none") : one.name());
        landing.setWidthFull();
        read.addClassNames("small", "muted");
        read.getElement().setAttribute("role", "status");
        result.addClassName("notice");
        result.getElement().setAttribute("role", "status");
        list.addClassNames("people-list");
        var back = new Anchor("/" + AccountsPaths.MEMBERS, "‹ " + getTranslation("accounts.members"));
        back.addClassName("back");
        var line = new Span(getTranslation("inviting.line"));
        line.addClassName("muted");
        var words = new Div(new H1(getTranslation("inviting.title")), line);
        words.addClassNames("col", "tight");
        var head = new Div(words);
        head.addClassName("page-head");
        var send = new Button(getTranslation("inviting.do"), click -> invite());
        send.addThemeVariants(ButtonVariant.PRIMARY);
        send.addClassName("start");
        var form = new Div(
                lines,
                new FileOfPeople(text -> lines.setValue((lines.getValue() + "\n" + text).strip()), this::say),
                read,
                landing,
                send,
                result);
        form.addClassNames("card", "pad", "col");
        var before = new Div(new H2(getTranslation("inviting.before")), list);
        before.addClassNames("card", "pad", "col");
        add(back, head, form, before);
        show();
    }

    private InviteeLines lines() {
        return InviteeLines.read(lines.getValue(), signedIn.organization().country());
    }

    private void look() {
        var found = lines();
        read.setText(
                lines.getValue().isBlank()
                        ? ""
                        : getTranslation(
                                "inviting.read",
                                found.people().size(),
                                found.unread().size(),
                                found.unread().stream().findFirst().orElse("")));
    }

    private void invite() {
        result.setText("");
        try {
            var done = invitees.invite(
                    actor,
                    lines().people(),
                    Optional.ofNullable(landing.getValue()).map(Landings.Landing::landingId));
            lines.clear();
            lines.setInvalid(false);
            result.setText(said(done));
            show();
        } catch (Problem refused) {
            lines.setErrorMessage(Sentences.of(refused));
            lines.setInvalid(true);
        }
    }

    private String said(Invited done) {
        return getTranslation("inviting.done", done.invited().size(), done.byHand(), done.members(), done.before());
    }

    private void show() {
        list.removeAll();
        append(Optional.empty());
        if (list.getComponentCount() == 0) {
            list.getElement().removeAttribute("role");
            var none = new Span(getTranslation("inviting.none"));
            none.addClassName("muted");
            list.add(none);
        }
    }

    private void append(Optional<String> after) {
        Page<Invitee> page = invitees.page(actor, new Page.Wanted(after, SIZE));
        // A list without items is none to whoever hears it read.
        list.getElement().setAttribute("role", "list");
        page.rows().forEach(one -> list.add(row(one)));
        page.next().ifPresent(next -> {
            var more = button("btn ghost small", getTranslation("inviting.more"), () -> {});
            more.addClickListener(click -> {
                list.remove(more);
                append(Optional.of(next));
            });
            list.add(more);
        });
    }

    private Component row(Invitee one) {
        var to = one.email()
                .map(email -> email.text())
                .orElseGet(() -> one.phone().map(PhoneNumbers::national).orElse(""));
        var name = new Span(one.name().isBlank() ? to : one.name());
        name.addClassName("strong");
        var line = new Span(to + " · "
                + DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(getLocale())
                        .format(one.changedAt().atZone(signedIn.organization().zone()))
                        .replace('\u202f', '\u00a0'));
        line.addClassNames("small", "muted");
        var who = new Div(name, line);
        who.addClassNames("grow", "col", "tight");
        var chip = new Span(getTranslation("inviting.state." + one.state()));
        chip.addClassNames("chip", tone(one.state()));
        var row = new Div(who, chip);
        row.addClassNames("row", "wrap");
        row.getElement().setAttribute("role", "listitem");
        if (one.open()) {
            one.phone().ifPresent(phone -> row.add(text(one, phone.text())));
            row.add(deed(
                    getTranslation("inviting.withdraw"),
                    getTranslation("inviting.withdraw.of", one.name()),
                    getTranslation("inviting.withdraw.done"),
                    () -> invitees.withdraw(actor, one.inviteeId())));
        }
        if (one.state() != InviteeState.JOINED)
            row.add(deed(
                    getTranslation("inviting.again"),
                    getTranslation("inviting.again.of", one.name()),
                    getTranslation("inviting.again.done"),
                    () -> invitees.again(actor, one.inviteeId())));
        return row;
    }

    /** From one's own phone, with words ready: nobody there has agreed to be texted by the organization. */
    private Component text(Invitee one, String phone) {
        var words = getTranslation("inviting.sms", signedIn.organization().name(), invitees.link(actor, one));
        var way = new Anchor(
                "sms:" + phone + "?&body="
                        + URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20"),
                getTranslation("inviting.text"));
        way.addClassNames("btn", "ghost", "small");
        way.setRouterIgnore(true);
        way.getElement().setAttribute("aria-label", getTranslation("inviting.text.of", one.name()));
        return way;
    }

    private NativeButton deed(String words, String spoken, String done, Runnable act) {
        var button = button("btn ghost small", words, () -> {
            try {
                act.run();
                say(done);
            } catch (Problem refused) {
                say(Sentences.of(refused));
            }
            show();
        });
        button.setAriaLabel(spoken);
        return button;
    }

    private static String tone(InviteeState state) {
        return switch (state) {
            case JOINED, OPENED -> "good";
            case FAILED, BY_HAND -> "warn";
            case WAITING, SENT, WITHDRAWN, EXPIRED -> "plain";
        };
    }

    private static NativeButton button(String classes, String text, Runnable act) {
        var button = new NativeButton(text, click -> act.run());
        button.addClassNames(classes.split(" "));
        button.getElement().setAttribute("type", "button");
        return button;
    }

    private void say(String words) {
        Notification.show(words, 5_000, Notification.Position.BOTTOM_CENTER);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("inviting.title") + " · Rung";
    }
}
