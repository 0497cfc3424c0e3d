package org.rung.answers.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rung.accounts.Members;
import org.rung.accounts.SignedIn;
import org.rung.answers.AnswersPaths;
import org.rung.answers.ManyAnswers;
import org.rung.answers.Progress;
import org.rung.answers.ReplyJob;
import org.rung.answers.ReplyJobId;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.Page;

/** All that many conversations got at once, the newest first. */
@Route(AnswersPaths.ANSWERS)
@RolesAllowed({"ORGANIZER", "ADMIN"})
public class AnswersView extends Div implements HasDynamicTitle {
    private static final int PAGE = 25;

    private final transient ManyAnswers answers;
    private final transient AnswersScreens screens;
    private final transient Members members;
    private final transient Actor actor;
    private final transient Clock clock;
    private final Div list = new Div();
    private final Div older = new Div();

    AnswersView(ManyAnswers answers, AnswersScreens screens, Members members, SignedIn signedIn, Clock clock) {
        this.answers = answers;
        this.screens = screens;
        this.members = members;
        this.actor = signedIn.actor();
        this.clock = clock;
        addClassName("page");
        var back = new Anchor("/review", "‹ " + getTranslation("answers.back"));
        back.addClassName("back");
        var intro = new Span(getTranslation("answers.intro"));
        intro.addClassName("muted");
        var head = new Div(new Div(new H1(getTranslation("answers.title")), intro));
        head.addClassName("page-head");
        list.addClassNames("card", "exchange-list");
        add(back, head, list, older);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        redraw();
        var watch = screens.watch(actor.organization(), this, this::redraw);
        addDetachListener(gone -> {
            watch.remove();
            gone.unregisterListener();
        });
    }

    private void redraw() {
        list.removeAll();
        draw(Page.Wanted.first(PAGE));
        boolean some = list.getComponentCount() > 0;
        // A list without a point is none, to whoever hears it read.
        if (some) list.getElement().setAttribute("role", "list");
        else list.getElement().removeAttribute("role");
        if (some) return;
        var empty = new Div(new H2(getTranslation("answers.none")), new Paragraph(getTranslation("answers.none.next")));
        empty.addClassName("empty");
        list.add(empty);
    }

    private void draw(Page.Wanted wanted) {
        Page<ReplyJob> page = answers.page(actor, wanted);
        List<ReplyJob> jobs = page.rows();
        Map<ReplyJobId, Progress> progress =
                answers.progress(actor, jobs.stream().map(ReplyJob::replyJobId).toList());
        Map<MemberId, String> names = jobs.isEmpty()
                ? Map.of()
                : members.names(
                        actor.organization(),
                        jobs.stream().map(ReplyJob::member).collect(Collectors.toSet()));
        var now = clock.instant();
        for (ReplyJob job : jobs) {
            list.add(new AnswersRow(
                    answers,
                    actor,
                    job,
                    Optional.ofNullable(progress.get(job.replyJobId())),
                    names.getOrDefault(job.member(), ""),
                    now));
        }
        older.removeAll();
        page.next().ifPresent(next -> {
            var more = new NativeButton(
                    getTranslation("answers.older"), click -> draw(new Page.Wanted(Optional.of(next), PAGE)));
            more.addClassNames("btn", "ghost");
            older.add(more);
        });
    }

    @Override
    public String getPageTitle() {
        return getTranslation("answers.title") + " · Rung";
    }
}
