package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.accounts.FullScreen;
import org.rung.accounts.Organization;
import org.rung.accounts.SignedIn;
import org.rung.campaigns.CampaignState;
import org.rung.common.Actor;
import org.rung.ladder.LadderKind;
import org.rung.ladder.Ladders;
import org.rung.practice.Practice;
import org.rung.practice.PracticeTalk;
import org.rung.practice.Practices;
import org.rung.texting.Desk;
import org.rung.texting.FirstBatches;
import org.rung.texting.Home;
import org.rung.texting.TextingPaths;

/** Practice: three invented people on the real screens. What happens here stays in this window and ends with it. */
@Route(TextingPaths.PRACTICE)
@RolesAllowed({"TEXTER", "ORGANIZER", "ADMIN"})
public class PracticeView extends Div implements HasDynamicTitle, FullScreen {
    private final Practices practices;
    private final FirstBatches batches;
    private final Desk desk;
    private final Actor.Member actor;
    private final Organization organization;
    private final String name;
    private final PracticeShown shown;
    private final Later later;
    private final PracticePost post;
    private final Anchor skip = new Anchor("/" + TextingPaths.HOME, getTranslation("practice.skip"));
    private final Div stage = new Div();
    private Practice practice;
    private @Nullable PracticePane pane;

    PracticeView(
            Practices practices,
            FirstBatches batches,
            Desk desk,
            Ladders ladders,
            SignedIn signedIn,
            OpenDesks desks,
            Clock clock) {
        this.practices = practices;
        this.batches = batches;
        this.desk = desk;
        this.actor = signedIn.actor();
        this.organization = signedIn.organization();
        this.name = signedIn.name();
        shown = new PracticeShown(
                ladders.of(actor.organization(), LadderKind.COMMITMENT),
                actor.memberId(),
                name,
                organization.zone(),
                PracticePost.undo(organization.undo()));
        later = desks.later(this);
        post = new PracticePost(later, shown.undo(), clock, this::moved);
        addClassName("practice");
        stage.addClassName("practice-stage");
        add(banner(), stage);
        practice = fresh();
        show(firsts());
    }

    private Component banner() {
        Span title = new Span(getTranslation("practice.title"));
        title.addClassName("strong");
        Div words = new Div(title, new Span(" · " + getTranslation("practice.banner")));
        words.addClassName("grow");
        words.getElement().setAttribute("role", "note");
        skip.addClassNames("btn", "ghost", "small");
        Div banner = new Div(words, skip);
        banner.addClassNames("practice-banner", "row");
        return banner;
    }

    private Practice fresh() {
        return practices.begin(actor, batches.script(actor), getLocale());
    }

    private PracticeFirsts firsts() {
        return new PracticeFirsts(
                practice, shown, post, this::next, () -> getUI().ifPresent(ui -> ui.navigate(TextingPaths.HOME)));
    }

    private void again() {
        later.forget();
        practice = fresh();
        show(firsts());
    }

    private void next() {
        practice.next().ifPresentOrElse(this::talk, this::end);
    }

    private void talk(PracticeTalk talk) {
        PracticePane made = new PracticePane(talk, shown, post, this::next);
        show(made);
        pane = made;
        made.focusName();
    }

    private void end() {
        later.forget();
        if (practice.happened()) {
            practices.finished(actor);
        }
        PracticeEnd end = new PracticeEnd(practice, name.strip().split(" ", 2)[0], work(), this::again);
        show(end);
        end.focusName();
    }

    /** What one could go on with at once. */
    private Optional<Home.Work> work() {
        return desk.home(actor).campaigns().stream()
                .filter(one -> one.state() == CampaignState.RUNNING && one.held() + one.toGet() > 0)
                .findFirst();
    }

    private void show(Component part) {
        pane = null;
        // Who has come to the end has nothing to skip.
        skip.setVisible(!(part instanceof PracticeEnd));
        stage.removeAll();
        stage.add(part);
    }

    private void moved() {
        if (pane != null) {
            pane.refresh();
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("practice.title") + " · " + organization.name();
    }
}
