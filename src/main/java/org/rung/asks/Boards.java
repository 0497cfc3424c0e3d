package org.rung.asks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rung.accounts.Members;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.ladder.Ladder;
import org.rung.ladder.LadderId;
import org.rung.ladder.LadderKind;
import org.rung.ladder.Ladders;
import org.rung.ladder.Rung;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ladder at a glance. */
@Service
public class Boards {
    private static final int MOVERS = 10;
    private final BoardStore store;
    private final LibraryStore library;
    private final Ladders ladders;
    private final Asks asks;
    private final Members members;
    private final Clock clock;

    Boards(BoardStore store, LibraryStore library, Ladders ladders, Asks asks, Members members, Clock clock) {
        this.store = store;
        this.library = library;
        this.ladders = ladders;
        this.asks = asks;
        this.members = members;
        this.clock = clock;
    }

    /**
     * The commitment ladder over the last so many days.
     *
     * @param days 1 to 366
     */
    @Transactional(readOnly = true)
    public Board commitment(Actor actor, int days) {
        return of(actor, ladders.of(actor.organization(), LadderKind.COMMITMENT).ladderId(), days);
    }

    /** Every ladder that there is a board of, commitment first. */
    @Transactional(readOnly = true)
    public List<Ladder> ladders(Actor actor) {
        actor.must(Permission.SEE_LADDER);
        return ladders.of(actor.organization());
    }

    /**
     * Any ladder over the last so many days; ready are people on the commitment ladder alone, which asks are of.
     *
     * @param days 1 to 366
     * @throws Problem.Missing when there is no such ladder here
     */
    @Transactional(readOnly = true)
    public Board of(Actor actor, LadderId ladderId, int days) {
        actor.must(Permission.SEE_LADDER);
        if (days < 1 || days > 366) {
            throw new Problem.Invalid("days", "problem.from-to", 1, 366);
        }
        OrganizationId us = actor.organization();
        Ladder ladder = ladders.of(us).stream()
                .filter(one -> one.ladderId().equals(ladderId))
                .findFirst()
                .orElseThrow(() -> new Problem.Missing("ladder", ladderId));
        Instant now = clock.instant();
        Instant start = now.minus(Duration.ofDays(days));
        List<BoardStore.Moved> moves = store.moved(us, ladder.ladderId(), start, now);
        List<BoardStore.Moved> before = store.moved(us, ladder.ladderId(), start.minus(Duration.ofDays(days)), start);
        Map<Integer, Long> ready = ladder.kind() == LadderKind.COMMITMENT
                ? store.ready(us, ladder.ladderId(), library.withRoom(us, ladder.ladderId()))
                : Map.of();
        long people = store.supporters(us);
        List<Board.Level> levels = levels(ladder, people, store.standing(us, ladder.ladderId()), moves, before, ready);
        return new Board(
                ladder,
                days,
                people,
                levels,
                up(moves, 0),
                up(before, 0),
                faded(moves, 0),
                faded(before, 0),
                store.slipping(us, ladder.ladderId(), now),
                ready.values().stream().mapToLong(Long::longValue).sum(),
                movers(us, ladder, start, now));
    }

    /** How many people are on each rung of one of this organization's ladders, by position; every rung is there. */
    @Transactional(readOnly = true)
    public Map<Integer, Long> people(Actor actor, Ladder ladder) {
        actor.must(Permission.SEE_LADDER);
        Map<Integer, Long> standing = store.standing(actor.organization(), ladder.ladderId());
        long above = standing.values().stream().mapToLong(Long::longValue).sum();
        Map<Integer, Long> people = new TreeMap<>();
        ladder.rungs().forEach(rung -> people.put(rung.position(), standing.getOrDefault(rung.position(), 0L)));
        // Most have no row: whoever is known and has done nothing yet is on the lowest rung.
        people.put(1, Math.max(0, store.supporters(actor.organization()) - above));
        return people;
    }

    private static List<Board.Level> levels(
            Ladder ladder,
            long people,
            Map<Integer, Long> standing,
            List<BoardStore.Moved> moves,
            List<BoardStore.Moved> before,
            Map<Integer, Long> ready) {
        long lowest =
                people - standing.values().stream().mapToLong(Long::longValue).sum();
        List<Board.Level> levels = new ArrayList<>();
        for (Rung rung : ladder.rungs()) {
            int at = rung.position();
            levels.add(new Board.Level(
                    rung,
                    at == 1 ? Math.max(0, lowest) : standing.getOrDefault(at, 0L),
                    up(moves, at),
                    up(before, at),
                    faded(moves, at),
                    ready.getOrDefault(at, 0L)));
        }
        return levels;
    }

    /** Upward moves from this rung, or from all for 0. */
    private static long up(List<BoardStore.Moved> moves, int from) {
        return moves.stream()
                .filter(move -> move.to() > move.from() && (from == 0 || from == move.from()))
                .mapToLong(BoardStore.Moved::moves)
                .sum();
    }

    private static long faded(List<BoardStore.Moved> moves, int from) {
        return moves.stream()
                .filter(move -> move.to() < move.from() && (from == 0 || from == move.from()))
                .mapToLong(BoardStore.Moved::moves)
                .sum();
    }

    private List<Board.Mover> movers(OrganizationId us, Ladder ladder, Instant start, Instant now) {
        List<Board.Mover> movers = store.movers(us, ladder.ladderId(), start, now, MOVERS);
        Map<MemberId, String> names = movers.isEmpty()
                ? Map.of()
                : members.names(us, movers.stream().map(Board.Mover::memberId).toList());
        return movers.stream()
                .map(mover -> new Board.Mover(
                        mover.memberId(), names.getOrDefault(mover.memberId(), ""), mover.moves(), mover.supporters()))
                .toList();
    }

    /** Those ready for the next ask, whoever acted last first. @param position a rung, or 0 for all */
    @Transactional(readOnly = true)
    public Page<Board.Ready> ready(Actor actor, int position, Page.Wanted wanted) {
        actor.must(Permission.SEE_LADDER);
        OrganizationId us = actor.organization();
        Ladder ladder = ladders.of(us, LadderKind.COMMITMENT);
        List<Ask> withRoom = library.withRoom(us, ladder.ladderId()).stream()
                .filter(ask -> position == 0 || ask.on(position))
                .toList();
        List<BoardStore.Ready> rows =
                store.readyPage(us, ladder.ladderId(), position, withRoom, wanted.after(), wanted.size() + 1);
        boolean more = rows.size() > wanted.size();
        List<BoardStore.Ready> page = more ? rows.subList(0, wanted.size()) : rows;
        Map<SupporterId, NextAsk> next =
                asks.next(us, page.stream().map(BoardStore.Ready::supporterId).toList());
        return new Page<>(
                page.stream()
                        .map(row -> new Board.Ready(
                                row.supporterId(),
                                row.name(),
                                row.position(),
                                ladder.rung(row.position()).name(),
                                Optional.ofNullable(next.get(row.supporterId()))))
                        .toList(),
                more
                        ? Optional.of(new BoardStore.Mark(
                                        page.getLast().lastAction(),
                                        page.getLast().supporterId())
                                .text())
                        : Optional.empty());
    }
}
