package org.rung.merging.ui;

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
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.rung.accounts.Sentences;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Problem;
import org.rung.merging.Duplicates;
import org.rung.merging.MergeDraft;
import org.rung.merging.Merges;
import org.rung.merging.MergingPaths;
import org.rung.merging.Part;
import org.rung.merging.Side;
import org.rung.merging.SideBySide;
import org.rung.people.CustomField;
import org.rung.people.CustomFields;
import org.rung.people.PeoplePaths;
import org.rung.people.Shown;
import org.rung.people.Supporter;
import org.rung.people.SupporterId;

/** Two people side by side: what stays, what comes along, and making one of them. The first is the one whose page stays. */
@Route(MergingPaths.DUPLICATES + "/:one/:other")
@RolesAllowed({"ORGANIZER", "COORDINATOR", "ADMIN"})
public class CompareView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Merges merges;
    private final transient Duplicates duplicates;
    private final transient CustomFields customFields;
    private final transient Actor.Member actor;
    private final ZoneId zone;
    private final Map<Part, Choice> parts = new EnumMap<>(Part.class);
    private final Map<String, Choice> fields = new LinkedHashMap<>();

    CompareView(Merges merges, Duplicates duplicates, CustomFields customFields, SignedIn signedIn) {
        this.merges = merges;
        this.duplicates = duplicates;
        this.customFields = customFields;
        this.actor = signedIn.actor();
        this.zone = signedIn.organization().zone();
        addClassNames("page", "compare");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        try {
            show(merges.compare(actor, id(entering, "one"), id(entering, "other")));
        } catch (Problem.Invalid | Problem.Missing gone) {
            throw new NotFoundException();
        }
    }

    private static SupporterId id(BeforeEnterEvent entering, String name) {
        return new SupporterId(
                Id.parse("supporter", entering.getRouteParameters().get(name).orElse("")));
    }

    private void show(SideBySide both) {
        removeAll();
        var back = new Anchor(MergingPaths.DUPLICATES, "‹ " + getTranslation("merging.title"));
        back.addClassName("back");
        var line = new Span(getTranslation("merging.compare.line"));
        line.addClassName("muted");
        var head = new Div(new Div(new H1(getTranslation("merging.compare.title")), line));
        head.addClassName("page-head");
        var people = new Div(person(both.kept()), person(both.gone()));
        people.addClassName("compare-people");
        add(back, head, people, choices(both), new AlongTable(both), deeds(both));
    }

    private Component person(Supporter one) {
        var name =
                new Anchor(PeoplePaths.supporter(one.supporterId()), Shown.name(this, one.firstName(), one.lastName()));
        name.addClassName("strong");
        var since = new Span(getTranslation(
                "merging.since",
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(getLocale())
                        .withZone(zone)
                        .format(one.createdAt())));
        since.addClassNames("small", "muted");
        var box = new Div(name, since);
        box.addClassNames("card", "pad", "compare-person");
        return box;
    }

    private Component choices(SideBySide both) {
        parts.clear();
        fields.clear();
        var section = new Section(new H2(getTranslation("merging.values")));
        section.addClassNames("card", "col", "pad");
        for (var part : Part.values()) {
            var kept = words(part, both.kept());
            var gone = words(part, both.gone());
            if (kept.isEmpty() && gone.isEmpty()) continue;
            var choice = new Choice(
                    getTranslation("merging.part." + part),
                    kept,
                    gone,
                    both.parts().getOrDefault(part, Side.KEPT),
                    part == Part.PHONE && both.stopped());
            parts.put(part, choice);
            section.add(choice);
        }
        var labels = new LinkedHashMap<String, String>();
        customFields.all(actor.organization()).forEach((CustomField each) -> labels.put(each.key(), each.label()));
        both.fields().forEach((key, proposed) -> {
            var choice = new Choice(
                    labels.getOrDefault(key, key),
                    both.kept().fields().getOrDefault(key, ""),
                    both.gone().fields().getOrDefault(key, ""),
                    proposed,
                    false);
            fields.put(key, choice);
            section.add(choice);
        });
        return section;
    }

    private String words(Part part, Supporter person) {
        if (part == Part.LANGUAGE)
            return Locale.forLanguageTag(person.language()).getDisplayLanguage(getLocale());
        return part == Part.PHONE
                ? person.textingPhone().map(Shown::number).orElse("")
                : part.of(person)
                        .replaceAll("^( · )+", "")
                        .replaceAll("( · )+", " · ")
                        .replaceAll("( · )+$", "");
    }

    private Component deeds(SideBySide both) {
        var sure = new Paragraph(getTranslation("merging.sure", Merges.UNDOABLE.toDays()));
        sure.addClassNames("small", "muted");
        var merge = new Button(getTranslation("merging.merge"), click -> merge(both));
        merge.addThemeVariants(ButtonVariant.PRIMARY);
        merge.setDisableOnClick(true);
        merge.addClickListener(click -> merge.setEnabled(true));
        var apart = new Button(getTranslation("merging.apart"), click -> apart(both));
        var deeds = new Div(merge, apart);
        deeds.addClassName("actions");
        var box = new Div(sure, deeds);
        box.addClassName("col");
        return box;
    }

    private void merge(SideBySide both) {
        var chosen = new EnumMap<Part, Side>(Part.class);
        parts.forEach((part, choice) -> choice.chosen().ifPresent(side -> chosen.put(part, side)));
        var chosenFields = new LinkedHashMap<String, Side>();
        fields.forEach((key, choice) -> choice.chosen().ifPresent(side -> chosenFields.put(key, side)));
        var kept = both.kept().supporterId();
        try {
            var merge = merges.merge(actor, new MergeDraft(kept, both.gone().supporterId(), chosen, chosenFields));
            // Before this page goes.
            var told = new UndoNotice(merges, actor, merge, both.gone().supporterId());
            getUI().ifPresent(ui -> ui.navigate(PeoplePaths.supporter(kept)));
            told.open();
        } catch (Problem problem) {
            Notification.show(Sentences.of(problem), 8_000, Notification.Position.TOP_CENTER);
        }
    }

    private void apart(SideBySide both) {
        duplicates.tellApart(actor, both.kept().supporterId(), both.gone().supporterId());
        Notification.show(getTranslation("merging.apart.done"), 4_000, Notification.Position.BOTTOM_START);
        getUI().ifPresent(ui -> ui.navigate(MergingPaths.DUPLICATES));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("merging.compare.title") + " · Rung";
    }
}
