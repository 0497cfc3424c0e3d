package org.rung.database;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * What many bring at the same moment goes over together, like people with a ferry: who finds it at the pier leaves at
 * once, who comes while it is away goes with the next one, in the order of coming. Nobody waits for company, and nobody
 * is away for longer than one crossing: the first of those who wait takes the next one over. Where a crossing of many
 * fails, each of them goes alone.
 */
public final class Gathering<T, R> {
    private final int seats;
    private final Function<List<T>, List<R>> crossing;
    private final ReentrantLock pier = new ReentrantLock();
    private final ArrayDeque<Passenger<T, R>> waiting = new ArrayDeque<>();
    private boolean away;

    /** @param crossing one transaction; answers in the order of what it was given, or throws and has done nothing */
    public Gathering(int seats, Function<List<T>, List<R>> crossing) {
        this.seats = seats;
        this.crossing = crossing;
    }

    /** Returns after the crossing that took it; throws what that one threw for it. */
    public R over(T what) {
        var me = new Passenger<T, R>(what);
        if (arrive(me) || me.called()) {
            List<Passenger<T, R>> aboard = board();
            try {
                cross(aboard);
            } finally {
                leave();
                aboard.forEach(Passenger::ashore);
            }
        }
        return me.answer();
    }

    /** How many wait for the next crossing. */
    public int waiting() {
        pier.lock();
        try {
            return waiting.size();
        } finally {
            pier.unlock();
        }
    }

    /** True for who finds the ferry at the pier. */
    private boolean arrive(Passenger<T, R> me) {
        pier.lock();
        try {
            waiting.add(me);
            boolean mine = !away;
            away = true;
            return mine;
        } finally {
            pier.unlock();
        }
    }

    private List<Passenger<T, R>> board() {
        pier.lock();
        try {
            var aboard = new ArrayList<Passenger<T, R>>();
            while (aboard.size() < seats && !waiting.isEmpty()) {
                aboard.add(waiting.remove());
            }
            return aboard;
        } finally {
            pier.unlock();
        }
    }

    /** To whoever waits longest, or back to the pier. */
    private void leave() {
        pier.lock();
        try {
            Passenger<T, R> next = waiting.peek();
            away = next != null;
            if (next != null) {
                next.call();
            }
        } finally {
            pier.unlock();
        }
    }

    private void cross(List<Passenger<T, R>> aboard) {
        try {
            List<R> answers =
                    crossing.apply(aboard.stream().map(Passenger::what).toList());
            for (int i = 0; i < aboard.size(); i++) {
                aboard.get(i).told(answers.get(i));
            }
        } catch (CannotCreateTransactionException closed) {
            // No database: each of them would wait for it in turn.
            aboard.forEach(each -> each.failed(closed));
        } catch (RuntimeException | Error sunk) {
            if (aboard.size() == 1) {
                aboard.getFirst().failed(sunk);
            } else {
                alone(aboard);
            }
        }
    }

    private void alone(List<Passenger<T, R>> aboard) {
        for (int i = 0; i < aboard.size(); i++) {
            Passenger<T, R> one = aboard.get(i);
            try {
                one.told(crossing.apply(List.of(one.what())).getFirst());
            } catch (CannotCreateTransactionException closed) {
                aboard.subList(i, aboard.size()).forEach(each -> each.failed(closed));
                return;
            } catch (RuntimeException | Error sunk) {
                one.failed(sunk);
            }
        }
    }

    private static final class Passenger<T, R> {
        private final T what;
        private final CompletableFuture<Boolean> takesOver = new CompletableFuture<>();
        private @Nullable R answer;
        private @Nullable Throwable failure;

        Passenger(T what) {
            this.what = what;
        }

        T what() {
            return what;
        }

        void call() {
            takesOver.complete(true);
        }

        void ashore() {
            takesOver.complete(false);
        }

        /** Waits; true for who has to take the next crossing, false for who is over. */
        boolean called() {
            return takesOver.join();
        }

        void told(R answer) {
            this.answer = answer;
        }

        void failed(Throwable failure) {
            this.failure = failure;
        }

        R answer() {
            if (failure instanceof RuntimeException sunk) {
                throw sunk;
            }
            if (failure instanceof Error sunk) {
                throw sunk;
            }
            if (answer == null) {
                throw new IllegalStateException("A crossing gave no answer");
            }
            return answer;
        }
    }
}
