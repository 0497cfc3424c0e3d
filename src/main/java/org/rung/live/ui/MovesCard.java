package org.rung.live.ui;

import static org.rung.live.ui.LiveWords.button;
import static org.rung.live.ui.LiveWords.div;
import static org.rung.live.ui.LiveWords.role;
import static org.rung.live.ui.LiveWords.said;
import static org.rung.live.ui.LiveWords.say;
import static org.rung.live.ui.LiveWords.span;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.rung.accounts.Members;
import org.rung.accounts.Sentences;
import org.rung.campaigns.CampaignId;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.live.LiveTexter;
import org.rung.texting.WorkMove;
import org.rung.texting.WorkMoveDraft;
import org.rung.texting.WorkMoveKind;
import org.rung.texting.WorkMoves;

/** Moves by rule, one press each; any other by choice; and what was moved lately, to be put back. */
class MovesCard extends Div {
    private static final int LATELY = 5;

    private final transient WorkMoves moves;
    private final transient Members members;
    private final transient Actor.Member actor;
    private final transient CampaignId campaignId;
    private final transient Supplier<List<LiveTexter>> texters;
    private final transient Clock clock;
    private final Div lately = role(div("people-list"), "list");

    MovesCard(
            WorkMoves moves,
            Members members,
            Actor.Member actor,
            CampaignId campaignId,
            Supplier<List<LiveTexter>> texters,
            Clock clock) {
        this.moves = moves;
        this.members = members;
        this.actor = actor;
        this.campaignId = campaignId;
        this.texters = texters;
        this.clock = clock;
        addClassNames("card", "pad", "col");
        var rules = div(
                "actions live-rules",
                rule(
                        "live.rule.back",
                        WorkMoveKind.FIRST_TEXTS,
                        new WorkMoveDraft.Away(),
                        new WorkMoveDraft.Everyone()),
                rule("live.rule.away", WorkMoveKind.REPLIES, new WorkMoveDraft.Away(), new WorkMoveDraft.AtWork()),
                rule("live.rule.nobodys", WorkMoveKind.REPLIES, new WorkMoveDraft.Nobody(), new WorkMoveDraft.AtWork()),
                rule("live.rule.even", WorkMoveKind.REPLIES, new WorkMoveDraft.Anyone(), new WorkMoveDraft.AtWork()),
                button(
                        "btn ghost",
                        say("live.rule.other"),
                        () -> ask(say("live.rule.other.title"), new WorkMoveDraft.Anyone(), WorkMoveKind.REPLIES)));
        var how = new Paragraph(say("live.moves.how", WorkMoves.AT_WORK.toMinutes()));
        how.addClassNames("small", "muted");
        add(new H2(say("live.moves")), how, rules, lately);
        showLately();
    }

    private NativeButton rule(String words, WorkMoveKind kind, WorkMoveDraft.From from, WorkMoveDraft.To to) {
        return button("btn ghost", say(words), () -> {
            try {
                move(new WorkMoveDraft(kind, from, to, WorkMoveDraft.MOST));
            } catch (Problem refused) {
                said(Sentences.of(refused));
            }
        });
    }

    void ask(LiveTexter texter) {
        ask(
                say("live.move.title", texter.name()),
                new WorkMoveDraft.Texter(texter.texter()),
                texter.replies() > 0 ? WorkMoveKind.REPLIES : WorkMoveKind.FIRST_TEXTS);
    }

    /** Onto one other texter; it can be put back below. */
    void drag(LiveTexter from, LiveTexter to, WorkMoveKind kind) {
        try {
            move(new WorkMoveDraft(
                    kind,
                    new WorkMoveDraft.Texter(from.texter()),
                    new WorkMoveDraft.These(Set.of(to.texter())),
                    WorkMoveDraft.MOST));
        } catch (Problem refused) {
            said(Sentences.of(refused));
        }
    }

    private void ask(String title, WorkMoveDraft.From from, WorkMoveKind first) {
        new MoveDialog(title, from, texters.get(), first, this::move).open();
    }

    private void move(WorkMoveDraft draft) {
        Optional<WorkMove> done = moves.move(actor, campaignId, draft);
        said(done.map(move -> say("live.moved." + move.kind(), move.moved())).orElse(say("live.moved.nothing")));
        showLately();
    }

    private void showLately() {
        lately.removeAll();
        var rows = moves.page(actor, campaignId, Page.Wanted.first(LATELY)).rows();
        var names = members.names(
                actor.organization(),
                rows.stream().flatMap(row -> row.madeBy().stream()).distinct().toList());
        rows.forEach(row -> lately.add(
                line(row, row.madeBy().map(who -> names.getOrDefault(who, "")).orElse(""))));
        lately.setVisible(!rows.isEmpty());
    }

    private Div line(WorkMove move, String by) {
        var now = clock.instant();
        var line = role(
                div(
                        "row wrap",
                        div(
                                "grow",
                                span("live-words", say("live.moved." + move.kind(), move.moved())),
                                span("small muted live-line", LiveWords.ago(move.movedAt(), now) + " · " + by))),
                "listitem");
        if (move.undoneAt().isPresent()) line.add(span("chip", say("live.moved.undone")));
        else if (move.movedAt().isAfter(now.minus(WorkMoves.UNDONE_WITHIN)))
            line.add(button("btn ghost small", say("live.moved.undo"), () -> undo(move)));
        return line;
    }

    private void undo(WorkMove move) {
        try {
            said(say("live.moved.back", moves.undo(actor, move.workMoveId()), move.moved()));
        } catch (Problem late) {
            said(Sentences.of(late));
        }
        showLately();
    }
}
