package org.rung.accounts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rung.accounts.AccountsPaths;
import org.rung.accounts.AuditElsewhere;
import org.rung.accounts.AuditFilter;
import org.rung.accounts.AuditLog;
import org.rung.accounts.AuditRow;
import org.rung.accounts.Changes;
import org.rung.accounts.FieldWords;
import org.rung.accounts.Member;
import org.rung.accounts.MemberFilter;
import org.rung.accounts.Members;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.Page;

/** Who did what that matters, newest first. */
@Route(AccountsPaths.AUDIT)
@Menu(title = "accounts.audit", order = 42)
@RolesAllowed("ADMIN")
public class AuditView extends Div implements HasDynamicTitle {
    private static final int AT_ONCE = 50;
    private static final List<String> SUBJECTS = List.of(
            "", "supporter", "conversation", "campaign", "script", "member", "sender", "organization", "suppression");

    private final AuditLog auditLog;
    private final Members members;
    private final List<AuditElsewhere> elsewhere;
    private final Actor.Member actor;
    private final ZoneId zone;
    private final DateTimeFormatter times;
    private final AuditWords says;
    private final ComboBox<Member> who = new ComboBox<>(getTranslation("accounts.audit.who"));
    private final Select<AuditKind> kind = new Select<>();
    private final DatePicker from = FieldWords.in(new DatePicker(getTranslation("accounts.audit.from")));
    private final DatePicker until = FieldWords.in(new DatePicker(getTranslation("accounts.audit.until")));
    private final Select<String> subject = new Select<>();
    private final TextField words = new TextField(getTranslation("accounts.audit.words"));
    private final Anchor file = new Anchor();
    private final Div others = new Div();
    private final Div list = new Div();
    private final Button more = new Button(getTranslation("accounts.more"), click -> append());
    private Optional<String> after = Optional.empty();

    AuditView(AuditLog auditLog, Members members, List<AuditElsewhere> elsewhere, SignedIn signedIn) {
        this.elsewhere = elsewhere;
        this.auditLog = auditLog;
        this.members = members;
        actor = signedIn.actor();
        zone = signedIn.organization().zone();
        times = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(getLocale())
                .withZone(zone);
        says = new AuditWords(this, times);
        addClassName("page");
        list.addClassNames("card", "people-list");
        var line = new Span(getTranslation("accounts.audit.line"));
        line.addClassName("muted");
        var head = new Div(new Div(new H1(getTranslation("accounts.audit")), line));
        head.addClassName("page-head");
        file.setText(getTranslation("accounts.audit.file"));
        file.addClassNames("btn", "ghost");
        file.setRouterIgnore(true);
        file.getElement().setAttribute("download", true);
        head.add(file);
        others.addClassNames("row", "wrap");
        add(head, filters(), others, list, more);
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
        kind.setItems(AuditKind.values());
        kind.setItemLabelGenerator(one -> getTranslation(one.words()));
        kind.setValue(AuditKind.ALL);
        subject.setLabel(getTranslation("accounts.audit.subject"));
        subject.setItems(SUBJECTS);
        subject.setItemLabelGenerator(one -> getTranslation("accounts.audit.subject." + (one.isEmpty() ? "all" : one)));
        subject.setValue("");
        words.setClearButtonVisible(true);
        words.setMaxLength(80);
        subject.addValueChangeListener(change -> again());
        words.addValueChangeListener(change -> again());
        from.setClearButtonVisible(true);
        until.setClearButtonVisible(true);
        who.addValueChangeListener(change -> again());
        kind.addValueChangeListener(change -> again());
        from.addValueChangeListener(change -> again());
        until.addValueChangeListener(change -> again());
        var form = new Div(who, kind, subject, words, from, until);
        form.addClassNames("form", "filters");
        return form;
    }

    private void again() {
        list.removeAll();
        after = Optional.empty();
        file.setHref(address());
        others.removeAll();
        who.getOptionalValue()
                .ifPresent(member -> elsewhere.forEach(each -> others.add(each.of(actor, member.memberId()))));
        append();
    }

    private void append() {
        var filter = new AuditFilter(
                who.getOptionalValue().map(member -> member.memberId().value()),
                Optional.of(kind.getValue().verbs()).filter(verbs -> !verbs.isEmpty()),
                Optional.of(subject.getValue())
                        .filter(one -> !one.isEmpty())
                        .map(one -> new AuditFilter.Subject(one, Optional.empty())),
                Optional.of(words.getValue().strip()).filter(text -> !text.isEmpty()),
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
                Stream.of(subject, says.detail(row.verb(), row.detail()))
                        .filter(text -> !text.isEmpty())
                        .toList()));
        whom.addClassNames("small");
        var words = new Div(did, whom);
        words.addClassNames("person-who");
        var by = new Span(actorName);
        by.addClassNames("clip");
        var at = new Span(times.format(row.happenedAt()));
        at.addClassNames("muted", "small", "num");
        var line = new Div(words, by, at);
        line.addClassNames("person-row", "audit-row");
        return row.changes().<Component>map(changes -> opening(line, changes)).orElse(line);
    }

    /** What stood before and after, behind a press on the line. */
    private Component opening(Div line, Changes changes) {
        var all = new Div();
        all.addClassNames("audit-changes", "small");
        for (var change : changes.all()) {
            var field = new Span(says.field(change.field()));
            field.addClassNames("muted");
            var before = new Span(says.value(change.field(), change.before()));
            before.getElement()
                    .setAttribute("aria-label", getTranslation("accounts.audit.before") + ": " + before.getText());
            var then = new Span(says.value(change.field(), change.after()));
            then.addClassName("strong");
            then.getElement()
                    .setAttribute("aria-label", getTranslation("accounts.audit.after") + ": " + then.getText());
            var row = new Div(field, before, new Span("→"), then);
            row.addClassNames("row", "wrap");
            all.add(row);
        }
        var details = new Details(line, all);
        details.addClassName("audit-details");
        details.setWidthFull();
        return details;
    }

    /** Where the lines that are shown come as a file. */
    private String address() {
        var asked = new StringBuilder(
                "/" + AccountsPaths.AUDIT_FILE + "?verbs=" + kind.getValue().verbs());
        who.getOptionalValue()
                .ifPresent(member ->
                        asked.append("&member=").append(member.memberId().text()));
        if (!subject.getValue().isEmpty()) asked.append("&subject=").append(subject.getValue());
        if (!words.getValue().isBlank())
            asked.append("&words=").append(URLEncoder.encode(words.getValue().strip(), StandardCharsets.UTF_8));
        from.getOptionalValue().ifPresent(day -> asked.append("&from=").append(day));
        until.getOptionalValue().ifPresent(day -> asked.append("&until=").append(day));
        return asked.toString();
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
