package org.rung.accounts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rung.accounts.AccountsPaths;
import org.rung.accounts.Invitation;
import org.rung.accounts.InvitationId;
import org.rung.accounts.Invitations;
import org.rung.accounts.Landings;
import org.rung.accounts.Member;
import org.rung.accounts.MemberDeed;
import org.rung.accounts.MemberFilter;
import org.rung.accounts.Members;
import org.rung.accounts.Resets;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Permission;

/** The people of the organization, and the links by which more come. */
@Route(AccountsPaths.MEMBERS)
@RouteAlias(AccountsPaths.ONCE_TEAM)
@Menu(title = "accounts.members", order = 40)
@RolesAllowed({"ORGANIZER", "ADMIN"})
public class MembersView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final int SHOWN = 50;

    private final Members members;
    private final Invitations invitations;
    private final Resets resets;
    private final List<Landings> landings;
    private final List<MemberDeed> deeds;
    private final SignedIn signedIn;
    private final Actor.Member actor;
    private final Div list = new Div();
    private final Section links = new Section();
    private final Span count = new Span();
    private final TextField search = new TextField();
    private int shown = SHOWN;

    MembersView(
            Members members,
            Invitations invitations,
            Resets resets,
            List<Landings> landings,
            List<MemberDeed> deeds,
            SignedIn signedIn) {
        this.members = members;
        this.invitations = invitations;
        this.resets = resets;
        this.landings = landings;
        this.deeds = deeds;
        this.signedIn = signedIn;
        actor = signedIn.actor();
        addClassName("page");
        list.addClassNames("card", "people-list");
        links.addClassName("links-section");
        search.setPlaceholder(getTranslation("accounts.members.search"));
        search.setAriaLabel(getTranslation("accounts.members.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> {
            shown = SHOWN;
            showMembers();
        });
        search.addClassName("members-search");
        add(head(), links, search, list);
        refresh();
    }

    private Component head() {
        count.addClassName("muted");
        var words = new Div(new H1(getTranslation("accounts.members")), count);
        var invite = new Button(getTranslation("accounts.invite"), click -> invite(Optional.empty()));
        invite.addThemeVariants(ButtonVariant.PRIMARY);
        var head = new Div(words, invite);
        head.addClassName("page-head");
        return head;
    }

    /** A link from elsewhere may ask for an invitation that leads somewhere. */
    @Override
    public void afterNavigation(AfterNavigationEvent arrived) {
        arrived.getLocation()
                .getQueryParameters()
                .getSingleParameter(AccountsPaths.INVITE_TO)
                .map(text -> Id.parse("landing", text))
                .ifPresent(to -> invite(Optional.of(to)));
    }

    private void invite(Optional<Long> to) {
        var offered = landings.stream()
                .flatMap(each -> each.of(actor).stream())
                .sorted(Comparator.comparing(landing ->
                        to.filter(wanted -> wanted == landing.landingId()).isEmpty()))
                .toList();
        new InviteDialog(invitations, actor, offered, id -> {
                    refresh();
                    showLink(id);
                })
                .open();
    }

    private void refresh() {
        int everyone = members.count(actor);
        count.setText(getTranslation("accounts.members.count", everyone));
        search.setVisible(everyone > 8);
        showMembers();
        showInvitations();
    }

    private void showMembers() {
        list.removeAll();
        // One more than is shown, to know whether there are more.
        var found = members.search(actor, MemberFilter.of(search.getValue()), 0, shown + 1);
        found.stream().limit(shown).forEach(member -> list.add(row(member)));
        if (found.isEmpty()) list.add(nobody());
        if (found.size() > shown) list.add(new Button(getTranslation("accounts.more"), click -> more()));
    }

    /** Adds to what is there, so that nobody loses their place. */
    private void more() {
        var button = list.getComponentAt(list.getComponentCount() - 1);
        var found = members.search(actor, MemberFilter.of(search.getValue()), shown, SHOWN + 1);
        list.remove(button);
        found.stream().limit(SHOWN).forEach(member -> list.add(row(member)));
        shown += SHOWN;
        if (found.size() > SHOWN) list.add(button);
    }

    private Component nobody() {
        var empty = new Div(new Paragraph(getTranslation("accounts.members.nobody")));
        empty.addClassName("empty");
        return empty;
    }

    private Component row(Member member) {
        var face = new Span(initials(member.name()));
        face.addClassName("face-s");
        face.getElement().setAttribute("aria-hidden", "true");
        var email = new Span(member.email());
        email.addClassNames("muted", "small", "clip");
        var name = new Span(member.name());
        name.addClassNames("strong", "clip");
        var who = new Div(name, email);
        who.addClassNames("person-who", "grow");
        var chips = new Div();
        chips.addClassNames("person-chips");
        if (member.suspendedAt().isPresent()) chips.add(chip("bad", getTranslation("accounts.member.suspended")));
        member.roles().all().forEach(role -> chips.add(chip("", getTranslation("accounts.role." + role))));
        var row = new Div(face, who, chips);
        row.addClassName("person-row");
        deeds.forEach(deed -> deed.offer(actor, member).ifPresent(row::add));
        if (actor.may(Permission.ADMINISTER)) {
            var manage = new Button(
                    getTranslation("accounts.member.manage"),
                    click -> new MemberDialog(members, resets, actor, member, this::refresh).open());
            manage.setAriaLabel(getTranslation("accounts.member.manage.whom", member.name()));
            row.add(manage);
        }
        return row;
    }

    private void showInvitations() {
        links.removeAll();
        var open = invitations.open(actor);
        links.setVisible(!open.isEmpty());
        links.add(new H2(getTranslation("accounts.invitations")));
        var cards = new Div();
        cards.addClassName("link-cards");
        open.forEach(each -> cards.add(card(each)));
        links.add(cards);
    }

    private Component card(Invitation invitation) {
        var title = new Span(
                invitation.label().isEmpty() ? getTranslation("accounts.invitations.unnamed") : invitation.label());
        title.addClassName("strong");
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(getLocale())
                .withZone(signedIn.organization().zone());
        var uses = new Span(getTranslation(
                "accounts.invitations.uses",
                invitation.uses(),
                invitation.maxUses(),
                day.format(invitation.expiresAt())));
        uses.addClassNames("muted", "small");
        var chips = new Div();
        chips.addClassNames("row", "wrap");
        invitation.roles().all().forEach(role -> chips.add(chip("", getTranslation("accounts.role." + role))));
        var show =
                new Button(getTranslation("accounts.invitations.show"), click -> showLink(invitation.invitationId()));
        var revoke = new Button(getTranslation("accounts.invitations.revoke"), click -> {
            invitations.revoke(actor, invitation.invitationId());
            Notice.done(getTranslation("accounts.invitations.revoked"));
            refresh();
        });
        revoke.addThemeVariants(ButtonVariant.TERTIARY);
        var actions = new Div(show, revoke);
        actions.addClassName("actions");
        var card = new Div(title, uses, chips, actions);
        card.addClassNames("card", "col");
        return card;
    }

    private void showLink(InvitationId id) {
        var poster = new Anchor("/" + AccountsPaths.POSTER + "/" + id.text(), getTranslation("accounts.poster"));
        poster.addClassNames("btn", "ghost", "wide");
        // A page of its own: this dialog would stay on top of it.
        poster.setRouterIgnore(true);
        new LinkDialog(
                        getTranslation("accounts.invite.link"),
                        getTranslation("accounts.invite.link.line"),
                        invitations.link(actor, id),
                        true,
                        poster)
                .open();
    }

    private static Span chip(String tone, String text) {
        var chip = new Span(text);
        chip.addClassName("chip");
        if (!tone.isEmpty()) chip.addClassName(tone);
        return chip;
    }

    private static String initials(String name) {
        var parts = name.strip().split("\\s+");
        var last = parts.length > 1 ? parts[parts.length - 1].substring(0, 1) : "";
        return (parts[0].substring(0, Math.min(1, parts[0].length())) + last).toUpperCase(Locale.ROOT);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("accounts.members") + " · Rung";
    }
}
