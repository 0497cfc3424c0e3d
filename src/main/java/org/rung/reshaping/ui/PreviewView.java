package org.rung.reshaping.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.text.NumberFormat;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.ladder.Ladder;
import org.rung.ladder.LadderVersions;
import org.rung.ladder.Rung;
import org.rung.ladder.Shape;
import org.rung.ladder.StartingWords;
import org.rung.people.PeoplePaths;
import org.rung.reshaping.LadderRun;
import org.rung.reshaping.LadderRunId;
import org.rung.reshaping.LadderRuns;
import org.rung.reshaping.ReshapingPaths;
import org.rung.reshaping.RunCount;
import org.rung.reshaping.RunPerson;

/** Whom a draft would move, and why each of them. */
@Route(ReshapingPaths.PREVIEW)
@RolesAllowed({"COORDINATOR", "ADMIN"})
public class PreviewView extends Div implements HasDynamicTitle, BeforeEnterObserver {
    private static final int PAGE = 50;

    private final transient LadderRuns runs;
    private final transient LadderVersions versions;
    private final transient Actor actor;
    private final ZoneId zone;
    private final Div head = new Div();
    private final Select<Choice> choice = new Select<>();
    private final UnorderedList list = new UnorderedList();
    private final Div more = new Div();
    private transient Optional<LadderRun> run = Optional.empty();
    private transient Optional<Ladder> today = Optional.empty();

    /** Everyone who rises or falls, or those of them who would stand on one rung. */
    record Choice(boolean rises, Optional<Integer> to, long people) {}

    PreviewView(LadderRuns runs, LadderVersions versions, SignedIn signedIn) {
        this.runs = runs;
        this.versions = versions;
        this.actor = signedIn.actor();
        this.zone = signedIn.organization().zone();
        addClassNames("page", "ladder-preview");
        choice.setLabel(getTranslation("reshaping.preview.choice"));
        choice.setItemLabelGenerator(this::label);
        choice.addValueChangeListener(change -> show());
        list.addClassNames("card", "preview-list");
        list.getElement().setAttribute("aria-live", "polite");
        add(head, choice, list, more);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            var id = new LadderRunId(
                    Id.parse("run", event.getRouteParameters().get("run").orElse("")));
            LadderRun found = runs.get(actor, id);
            run = Optional.of(found);
            today = Optional.of(versions.ladder(actor.organization(), found.ladderId()));
        } catch (Problem gone) {
            throw new NotFoundException();
        }
        draw(run.orElseThrow());
    }

    private void draw(LadderRun found) {
        var back = new Anchor(ReshapingPaths.rules(found.ladderId()), "‹ " + getTranslation("reshaping.title"));
        back.addClassName("back");
        var words = new Paragraph(getTranslation("reshaping.look.done", found.rises(), found.falls()));
        words.addClassName("muted");
        var unseen = new Paragraph(getTranslation("reshaping.preview.unseen"));
        unseen.addClassNames("muted", "small");
        var title = new Div(new Div(new H1(getTranslation("reshaping.preview.title")), words, unseen));
        title.addClassName("page-head");
        head.removeAll();
        head.add(back, title);
        List<Choice> choices = choices(found);
        choice.setItems(choices);
        choice.setVisible(!choices.isEmpty());
        choices.stream().findFirst().ifPresent(choice::setValue);
    }

    private List<Choice> choices(LadderRun found) {
        List<RunCount> counts = runs.counts(actor, found.runId());
        List<Choice> choices = new ArrayList<>();
        for (boolean rises : new boolean[] {true, false}) {
            long all = counts.stream()
                    .filter(one -> one.rises() == rises)
                    .mapToLong(RunCount::people)
                    .sum();
            if (all == 0) continue;
            choices.add(new Choice(rises, Optional.empty(), all));
            counts.stream()
                    .filter(one -> one.rises() == rises)
                    .map(RunCount::to)
                    .distinct()
                    .forEach(to -> choices.add(new Choice(
                            rises,
                            Optional.of(to),
                            counts.stream()
                                    .filter(one -> one.rises() == rises && one.to() == to)
                                    .mapToLong(RunCount::people)
                                    .sum())));
        }
        return choices;
    }

    private String label(Choice one) {
        String people = NumberFormat.getIntegerInstance(getLocale()).format(one.people());
        return one.to()
                .map(to -> getTranslation(
                        one.rises() ? "reshaping.preview.rises.to" : "reshaping.preview.falls.to", people, drawn(to)))
                .orElseGet(() ->
                        getTranslation(one.rises() ? "reshaping.preview.rises" : "reshaping.preview.falls", people));
    }

    private void show() {
        list.removeAll();
        append(Optional.empty());
    }

    private void append(Optional<String> after) {
        more.removeAll();
        Optional<Choice> chosen = choice.getOptionalValue();
        if (run.isEmpty() || chosen.isEmpty()) return;
        var page = runs.people(
                actor, run.get().runId(), chosen.get().rises(), chosen.get().to(), new Page.Wanted(after, PAGE));
        page.rows().forEach(person -> list.add(item(person)));
        page.next().ifPresent(next -> {
            var button = new NativeButton(getTranslation("reshaping.more"), click -> append(Optional.of(next)));
            button.addClassNames("btn", "ghost");
            more.add(button);
        });
    }

    private ListItem item(RunPerson person) {
        var name = new Anchor(
                PeoplePaths.supporter(person.supporterId()),
                person.name().isEmpty() ? getTranslation("reshaping.preview.nameless") : person.name());
        name.addClassName("strong");
        var step = new Span(getTranslation(
                "reshaping.preview.step",
                StartingWords.in(
                        getLocale(), today.orElseThrow().rung(person.stands()).name()),
                drawn(person.to())));
        var why = new Span(person.reason().in(getLocale(), zone));
        why.addClassNames("small", "muted");
        return new ListItem(name, step, why);
    }

    /** As the draft counts. */
    private String drawn(int position) {
        return run.flatMap(LadderRun::shape).map(Shape::rungs).orElse(List.of()).stream()
                .filter(rung -> rung.position() == position)
                .map(Rung::name)
                .map(name -> StartingWords.in(getLocale(), name))
                .findFirst()
                .orElse("");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("reshaping.preview.title") + " · Rung";
    }
}
