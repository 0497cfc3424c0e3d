package org.rung.accounts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rung.accounts.AccountsPaths;
import org.rung.accounts.AuditFilter;
import org.rung.accounts.AuditLog;
import org.rung.accounts.AuditRow;
import org.rung.accounts.FieldWords;
import org.rung.accounts.Member;
import org.rung.accounts.MemberFilter;
import org.rung.accounts.Members;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.Page;
import org.rung.common.Role;

/** Who did what that matters, newest first. */
@Route(AccountsPaths.AUDIT)
@Menu(title = "accounts.audit", order = 42)
@RolesAllowed("ADMIN")
public class AuditView extends Div implements HasDynamicTitle {
    private static final int AT_ONCE = 50;
    /** What verbs start with, in the order of the choice. */
    private static final List<String> KINDS = List.of(
            "",
            "sign-in.",
            "account.",
            "member.",
            "invitation.",
            "reset.",
            "token.",
            "settings.",
            "links.",
            "sender.",
            "supporter",
            "action.",
            "move.",
            "rung.",
            "number",
            "test.");

    private static final Set<String> ROLES = names(Role.values());

    private final AuditLog auditLog;
    private final Members members;
    private final Actor.Member actor;
    private final ZoneId zone;
    private final DateTimeFormatter times;
    private final ComboBox<Member> who = new ComboBox<>(getTranslation("accounts.audit.who"));
    private final Select<String> kind = new Select<>();
    private final DatePicker from = FieldWords.in(new DatePicker(getTranslation("accounts.audit.from")));
    private final DatePicker until = FieldWords.in(new DatePicker(getTranslation("accounts.audit.until")));
    private final Div list = new Div();
    private final Button more = new Button(getTranslation("accounts.more"), click -> append());
    private Optional<String> after = Optional.empty();

    AuditView(AuditLog auditLog, Members members, SignedIn signedIn) {
        this.auditLog = auditLog;
        this.members = members;
        actor = signedIn.actor();
        zone = signedIn.organization().zone();
        times = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(getLocale())
                .withZone(zone);
        addClassName("page");
        list.addClassNames("card", "people-list");
        var line = new Span(getTranslation("accounts.audit.line"));
        line.addClassName("muted");
        var head = new Div(new Div(new H1(getTranslation("accounts.audit")), line));
        head.addClassName("page-head");
        add(head, filters(), list, more);
        again();
    }

    private Component filters() {
        who.setItems(
                query -> members
                        .search(
                                actor,
                                MemberFilter.of(query.getFilter().orElse("")),
                                query.getOffset(),
                                query.getLimit())
                        .stream());
        who.setItemLabelGenerator(Member::name);
        who.setClearButtonVisible(true);
        kind.setLabel(getTranslation("accounts.audit.kind"));
        kind.setItems(KINDS);
        kind.setItemLabelGenerator(start -> getTranslation(
                start.isEmpty() ? "accounts.audit.kind.all" : "accounts.audit.kind." + start.replace(".", "")));
        kind.setValue("");
        from.setClearButtonVisible(true);
        until.setClearButtonVisible(true);
        who.addValueChangeListener(change -> again());
        kind.addValueChangeListener(change -> again());
        from.addValueChangeListener(change -> again());
        until.addValueChangeListener(change -> again());
        var form = new Div(who, kind, from, until);
        form.addClassNames("form", "filters");
        return form;
    }

    private void again() {
        list.removeAll();
        after = Optional.empty();
        append();
    }

    private void append() {
        var filter = new AuditFilter(
                who.getOptionalValue().map(member -> member.memberId().value()),
                Optional.of(kind.getValue()).filter(start -> !start.isEmpty()),
                from.getOptionalValue().map(day -> day.atStartOfDay(zone).toInstant()),
                until.getOptionalValue()
                        .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()));
        var page = auditLog.page(actor, filter, new Page.Wanted(after, AT_ONCE));
        var names = members.names(actor.organization(), memberIds(page.rows()));
        page.rows().forEach(row -> list.add(line(row, names)));
        if (list.getComponentCount() == 0) {
            var empty = new Div(new Paragraph(getTranslation("accounts.audit.none")));
            empty.addClassName("empty");
            list.add(empty);
        }
        after = page.next();
        more.setVisible(after.isPresent());
    }

    private static Set<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).collect(Collectors.toSet());
    }

    /** Those who acted and those it was done to, for one query. */
    private static Set<MemberId> memberIds(List<AuditRow> rows) {
        return rows.stream()
                .flatMap(row -> Stream.concat(
                        row.actorId().filter(id -> row.actorKind().equals("MEMBER")).stream(),
                        row.subjectId().filter(id -> row.subjectKind().equals("member")).stream()))
                .map(MemberId::new)
                .collect(Collectors.toSet());
    }

    private Component line(AuditRow row, Map<MemberId, String> names) {
        var actorName = row.actorKind().equals("MEMBER")
                ? row.actorId().map(MemberId::new).map(names::get).orElse("")
                : getTranslation("accounts.audit.actor." + row.actorKind());
        var subject = row.subjectKind().equals("member")
                ? row.subjectId().map(MemberId::new).map(names::get).orElse("")
                : "";
        var did = new Span(said(row.verb()));
        did.addClassName("strong");
        var whom = new Span(String.join(
                " · ",
                Stream.of(subject, told(row)).filter(text -> !text.isEmpty()).toList()));
        whom.addClassNames("small");
        var words = new Div(did, whom);
        words.addClassNames("person-who");
        var by = new Span(actorName);
        by.addClassNames("clip");
        var at = new Span(times.format(row.happenedAt()));
        at.addClassNames("muted", "small", "num");
        var line = new Div(words, by, at);
        line.addClassNames("person-row", "audit-row");
        return line;
    }

    /** Roles and scopes by their names for people; what else a room noted stands as it is. */
    private String told(AuditRow row) {
        return Arrays.stream(row.detail().split(" → "))
                .map(names -> Scopes.all(names.split(","))
                        ? getTranslation("accounts.scope.all")
                        : Arrays.stream(names.split(",")).map(this::name).collect(Collectors.joining(", ")))
                .collect(Collectors.joining(" → "));
    }

    private String name(String constant) {
        if (ROLES.contains(constant)) return getTranslation("accounts.role." + constant);
        return Scopes.NAMES.contains(constant) ? getTranslation("accounts.scope." + constant) : constant;
    }

    /** Rooms bring words for their verbs under their own name; a verb without words is shown as it is. */
    private String said(String verb) {
        var key = "audit." + verb;
        var text = getTranslation(key);
        return text.equals(key) ? verb : text;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("accounts.audit") + " · Rung";
    }
}
