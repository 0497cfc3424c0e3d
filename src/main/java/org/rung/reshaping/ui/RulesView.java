package org.rung.reshaping.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.Members;
import org.rung.accounts.Sentences;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.ladder.Ladder;
import org.rung.ladder.LadderId;
import org.rung.ladder.LadderPaths;
import org.rung.ladder.LadderVersion;
import org.rung.ladder.LadderVersions;
import org.rung.ladder.Ladders;
import org.rung.ladder.Rung;
import org.rung.ladder.Shape;
import org.rung.ladder.StartingWords;
import org.rung.reshaping.Drafts;
import org.rung.reshaping.LadderDraft;
import org.rung.reshaping.LadderRuns;
import org.rung.reshaping.ReshapingPaths;

/** The rungs and rules of a ladder, as they are to be; whom that would move, and what they were before. */
@Route(ReshapingPaths.RULES)
@RolesAllowed({"COORDINATOR", "ADMIN"})
public class RulesView extends Div implements HasDynamicTitle, BeforeEnterObserver {
    private final transient Ladders ladders;
    private final transient Drafts drafts;
    private final transient LadderRuns runs;
    private final transient LadderVersions versions;
    private final transient Members members;
    private final transient Actor actor;
    private final ZoneId zone;
    private final Select<Ladder> which = new Select<>();
    private final Paragraph told = new Paragraph();
    private final Div problem = new Div();
    private final OrderedList rungs = new OrderedList();
    private final Div steps = new Div();
    private final Div past = new Div();
    private transient Optional<LadderId> ladderId = Optional.empty();
    private transient List<LadderVersion> drawn = List.of();

    RulesView(
            Ladders ladders,
            Drafts drafts,
            LadderRuns runs,
            LadderVersions versions,
            Members members,
            RunScreens screens,
            SignedIn signedIn) {
        this.ladders = ladders;
        this.drafts = drafts;
        this.runs = runs;
        this.versions = versions;
        this.members = members;
        this.actor = signedIn.actor();
        this.zone = signedIn.organization().zone();
        addClassNames("page", "ladder-rules");
        var back = new Anchor(LadderPaths.LADDER, "‹ " + getTranslation("reshaping.back"));
        back.addClassName("back");
        told.addClassNames("muted", "small");
        told.getElement().setAttribute("aria-live", "polite");
        problem.addClassNames("notice", "bad");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        rungs.addClassName("rules-rungs");
        steps.addClassName("col");
        past.addClassName("col");
        add(back, head(), problem, told, rungs, steps, past);
        screens.watch(actor.organization(), this, this::draw);
    }

    private Div head() {
        var words = new Paragraph(getTranslation("reshaping.words"));
        words.addClassName("muted");
        which.setAriaLabel(getTranslation("reshaping.which"));
        which.setItemLabelGenerator(ladder -> StartingWords.in(getLocale(), ladder.name()));
        which.addValueChangeListener(change -> {
            if (change.isFromClient())
                getUI().ifPresent(ui ->
                        ui.navigate(ReshapingPaths.rules(change.getValue().ladderId())));
        });
        var names = new Anchor(LadderPaths.EDIT, getTranslation("reshaping.names"));
        names.addClassNames("btn", "ghost");
        var another = new Button(
                getTranslation("reshaping.ladder.new"),
                click -> new NameDialog(
                                "reshaping.ladder.new",
                                "reshaping.ladder.words",
                                false,
                                (name, blurb) -> getUI().ifPresent(ui ->
                                        ui.navigate(ReshapingPaths.rules(ladders.add(actor, name, getLocale())))))
                        .open());
        var actions = new Div(which, names, another);
        actions.addClassName("actions");
        var head = new Div(new Div(new H1(getTranslation("reshaping.title")), words), actions);
        head.addClassName("page-head");
        return head;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var all = ladders.of(actor.organization());
        var wanted = event.getLocation().getQueryParameters().getSingleParameter("ladder");
        var chosen = wanted.flatMap(text -> all.stream()
                        .filter(ladder -> ladder.ladderId().text().equals(text))
                        .findFirst())
                .or(() -> all.stream().findFirst());
        which.setItems(all);
        which.setVisible(all.size() > 1);
        chosen.ifPresent(which::setValue);
        ladderId = chosen.map(Ladder::ladderId);
        draw();
    }

    private void draw() {
        ladderId.ifPresent(this::draw);
    }

    private void draw(LadderId id) {
        LadderDraft now = drafts.of(actor, id);
        var words = new Moments(members, actor, getLocale(), zone);
        told.setText(
                now.begun()
                        ? getTranslation("reshaping.draft", words.who(now.by()), words.when(now.at()))
                        : getTranslation("reshaping.today"));
        rungs.removeAll();
        Ladder today = versions.ladder(actor.organization(), id);
        now.shape().rungs().reversed().forEach(rung -> rungs.add(new RungCard(now, today, rung, this::change)));
        steps.removeAll();
        steps.add(new StepsCard(drafts, runs, actor, now, today, this::attempt));
        drawPast(id, versions.of(actor, id), words);
    }

    /** Only when there is something new: a press on its button shall not be lost because standings moved meanwhile. */
    private void drawPast(LadderId id, List<LadderVersion> known, Moments words) {
        if (known.equals(drawn)) return;
        drawn = known;
        past.removeAll();
        if (known.isEmpty()) return;
        past.add(new VersionsCard(
                known,
                words,
                version -> attempt(() -> {
                    drafts.undo(actor, id, version);
                    Notification.show(getTranslation("reshaping.undone"));
                })));
    }

    /** Each change is kept at once, for everyone who edits it. */
    private void change(LadderDraft seen, Shape shape) {
        attempt(() -> drafts.save(actor, seen.ladderId(), seen.revision(), shape));
    }

    private void attempt(Runnable deed) {
        problem.setVisible(false);
        try {
            deed.run();
        } catch (Problem refused) {
            problem.setText(Sentences.of(refused));
            problem.setVisible(true);
            problem.scrollIntoView();
        }
        draw();
    }

    /** Put in above that rung. */
    static Shape with(Shape shape, Rung above, Rung added) {
        List<Rung> all = new ArrayList<>(shape.rungs());
        all.add(above.position(), added);
        return shape.with(all);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("reshaping.title") + " · Rung";
    }
}
