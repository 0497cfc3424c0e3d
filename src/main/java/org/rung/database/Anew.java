package org.rung.database;

import io.micrometer.core.instrument.Metrics;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A whole transaction once more after the database rolled it back for another's sake. Never inside of another: what that
 * one did before would be missing. Not after a lost connection either, since its commit may have happened.
 */
public final class Anew {
    private static final Logger LOG = LoggerFactory.getLogger(Anew.class);
    private static final int TRIALS = 6;
    private static final long FIRST_PAUSE = 8;

    /**
     * 1213 a deadlock, and what Galera says when a commit met another node's; 1020 MariaDB's "record has changed"; 3101 a
     * commit that Group Replication refused; 1047 a node of Galera that is cut off and takes no statement at all.
     */
    private static final Set<Integer> ROLLED_BACK = Set.of(1213, 1020, 3101, 1047);

    /** Waited too long for a lock. That took most of a minute already, so it is tried once more and not five times. */
    private static final int WAITED_IN_VAIN = 1205;

    /** A commit that failed. Only with this word in it is it known to have changed nothing. */
    private static final int COMMIT_FAILED = 1180;

    private static final String CONFLICT = "deadlock";

    private Anew() {}

    public interface Work<T extends @Nullable Object, X extends Throwable> {
        T run() throws X;
    }

    public static <T extends @Nullable Object, X extends Throwable> T whenCrossed(Work<T, X> transaction) throws X {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return transaction.run();
        }
        for (int trial = 1; ; trial++) {
            try {
                return transaction.run();
            } catch (RuntimeException crossed) {
                if (trial >= trials(crossed) || !paused(trial)) {
                    throw crossed;
                }
                Metrics.counter("rung.deadlocks.retried").increment();
                LOG.debug("A transaction crossed another and begins anew, trial {}", trial + 1);
            }
        }
    }

    /** For work that may be done again as a whole: it changes nothing but the database, or nothing that the next trial minds. */
    public static TransactionTemplate transactions(PlatformTransactionManager manager) {
        return new Repeating(manager);
    }

    private static final class Repeating extends TransactionTemplate {
        Repeating(PlatformTransactionManager manager) {
            super(manager);
        }

        @Override
        public <T extends @Nullable Object> T execute(TransactionCallback<T> work) {
            return Anew.whenCrossed(() -> super.execute(work));
        }
    }

    /** How often what ended so is tried in all. */
    private static int trials(Throwable crossed) {
        return Stream.iterate(crossed, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> cause instanceof SQLException broken ? Stream.of(broken) : Stream.empty())
                .mapToInt(Anew::trials)
                .max()
                .orElse(1);
    }

    private static int trials(SQLException broken) {
        return switch (broken.getErrorCode()) {
            case WAITED_IN_VAIN -> 2;
            case COMMIT_FAILED ->
                Optional.ofNullable(broken.getMessage())
                                .filter(words -> words.toLowerCase(Locale.ROOT).contains(CONFLICT))
                                .isPresent()
                        ? TRIALS
                        : 1;
            default -> ROLLED_BACK.contains(broken.getErrorCode()) ? TRIALS : 1;
        };
    }

    /** Longer each time, and never the same for two that crossed. False when this thread is asked to end. */
    private static boolean paused(int trial) {
        try {
            long most = FIRST_PAUSE << trial;
            Thread.sleep(ThreadLocalRandom.current().nextLong(most / 2, most));
            return true;
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
