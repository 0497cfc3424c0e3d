package org.rung.crew.ui;

import static org.rung.crew.ui.CrewWords.ago;
import static org.rung.crew.ui.CrewWords.button;
import static org.rung.crew.ui.CrewWords.div;
import static org.rung.crew.ui.CrewWords.link;
import static org.rung.crew.ui.CrewWords.role;
import static org.rung.crew.ui.CrewWords.said;
import static org.rung.crew.ui.CrewWords.say;
import static org.rung.crew.ui.CrewWords.span;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rung.accounts.Members;
import org.rung.accounts.Sentences;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.Problem;
import org.rung.crew.CrewPaths;
import org.rung.crew.Talks;
import org.rung.texting.FreedTexter;
import org.rung.texting.NewTexter;
import org.rung.texting.Reviews;
import org.rung.texting.Vettings;

/** New texters whose first texts wait for somebody to look, and those who were let go lately. */
@Route(CrewPaths.NEW)
@RolesAllowed({"ORGANIZER", "ADMIN"})
public class VettingView extends Div implements HasDynamicTitle {
    private static final int MOST = 50;

    private final transient Vettings vettings;
    private final transient Reviews reviews;
    private final transient Talks talks;
    private final transient Members members;
    private final transient SignedIn signedIn;
    private final transient Actor.Member actor;
    private final transient Clock clock;
    private final Div waiting = role(div("col"), "list");
    private final Div none = div("card empty");
    private final Div freed = role(div("people-list"), "list");
    private final Div lately = div("card pad col");
    private transient List<NewTexter> shown = List.of();
    private transient List<FreedTexter> shownFreed = List.of();

    VettingView(
            Vettings vettings,
            Reviews reviews,
            Talks talks,
            Members members,
            SignedIn signedIn,
            CrewWatchers watchers,
            Clock clock) {
        this.vettings = vettings;
        this.reviews = reviews;
        this.talks = talks;
        this.members = members;
        this.signedIn = signedIn;
        this.actor = signedIn.actor();
        this.clock = clock;
        addClassNames("page", "crew");
        boolean rule = reviews.rule(actor).isPresent();
        none.add(
                new H2(say(rule ? "crew.vet.none" : "crew.vet.off")),
                new Paragraph(say(rule ? "crew.vet.none.line" : "crew.vet.off.line")));
        lately.add(new H2(say("crew.vet.freed")), freed);
        add(
                link("back", "/" + CrewPaths.TEXTERS, "‹ " + say("crew.title")),
                div("page-head", div("col tight", new H1(say("crew.new")), span("muted", say("crew.new.line")))),
                waiting,
                none,
                lately);
        show();
        watchers.watch(this, actor.organization(), this::show);
    }

    /** Cards stay as they are while they say the same: nobody loses the words that they are writing. */
    private void show() {
        var now = vettings.waiting(actor, MOST);
        var free = vettings.freed(actor, MOST);
        if (!now.equals(shown) || !free.equals(shownFreed)) {
            var names = names(now, free);
            if (!now.equals(shown)) {
                waiting.removeAll();
                now.forEach(texter -> waiting.add(card(texter, names)));
            }
            freed.removeAll();
            free.forEach(texter -> freed.add(line(texter, names)));
            shown = now;
            shownFreed = free;
        }
        none.setVisible(now.isEmpty());
        lately.setVisible(!free.isEmpty());
    }

    private Map<MemberId, String> names(List<NewTexter> now, List<FreedTexter> free) {
        return members.names(
                actor.organization(),
                Stream.concat(
                                now.stream().flatMap(one -> one.talkedBy().stream()),
                                free.stream().flatMap(one -> one.by().stream()))
                        .distinct()
                        .toList());
    }

    private Div card(NewTexter texter, Map<MemberId, String> names) {
        return new VettingCard(
                texter,
                reviews.firstTexts(actor, texter.texter()),
                texter.talkedBy().map(by -> names.getOrDefault(by, "")).orElse(""),
                clock.instant(),
                signedIn.organization().zone(),
                new VettingCard.Deeds() {
                    @Override
                    public void free() {
                        act(() -> reviews.free(actor, texter.texter()), say("crew.vet.free.done", texter.name()));
                    }

                    @Override
                    public void more() {
                        act(
                                () -> vettings.lookAtMore(actor, texter.texter()),
                                say("crew.vet.more.done", texter.name()));
                    }

                    @Override
                    public void talk(String words) {
                        talks.say(actor, texter.texter(), words);
                        said(say("crew.vet.talk.done", texter.name()));
                        show();
                    }
                });
    }

    private Div line(FreedTexter texter, Map<MemberId, String> names) {
        var by = texter.by().map(one -> names.getOrDefault(one, "")).orElse("");
        var again = button(
                "btn ghost small",
                say("crew.vet.again"),
                () -> act(() -> vettings.holdAgain(actor, texter.texter()), say("crew.vet.again.done", texter.name())));
        again.setAriaLabel(say("crew.vet.again.of", texter.name()));
        return role(
                div(
                        "row wrap",
                        span("grow", texter.name()),
                        span("small muted", say("crew.vet.freed.by", by, ago(texter.freedAt(), clock.instant()))),
                        again),
                "listitem");
    }

    private void act(Runnable what, String done) {
        try {
            what.run();
            said(done);
        } catch (Problem refused) {
            said(Sentences.of(refused));
        }
        show();
    }

    @Override
    public String getPageTitle() {
        return say("crew.new") + " · Rung";
    }
}
