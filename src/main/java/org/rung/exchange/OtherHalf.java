package org.rung.exchange;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A part of a transaction's work that is done in a transaction of its own meanwhile, since one connection keeps only one
 * core of the database busy. It must be such that doing it again changes nothing: it commits when the main part is about
 * to, so a kill just between the two leaves it alone, and whoever goes on does both again.
 */
final class OtherHalf implements AutoCloseable {
    /** Somebody may hold what it needs and wait for the main part: the database sees no circle there, so nobody waits long. */
    private static final int PATIENCE_SECONDS = 10;

    private final TransactionTemplate transaction;
    private final CompletableFuture<Void> written = new CompletableFuture<>();
    private final CompletableFuture<Boolean> verdict = new CompletableFuture<>();
    private CompletableFuture<Void> over = CompletableFuture.completedFuture(null);

    OtherHalf(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    void start(Runnable work) {
        over = new CompletableFuture<>();
        Thread.ofPlatform().name("import-other-half").start(() -> {
            try {
                transaction.executeWithoutResult(status -> {
                    work.run();
                    written.complete(null);
                    if (!verdict.join()) status.setRollbackOnly();
                });
                over.complete(null);
            } catch (RuntimeException | Error problem) {
                written.completeExceptionally(problem);
                over.completeExceptionally(problem);
            }
        });
    }

    /**
     * Commits it, if it was started; to be the last thing that the main part does.
     *
     * @throws CannotAcquireLockException when it waits for somebody, who may wait for the main part
     */
    void keep() {
        if (over.isDone() && !over.isCompletedExceptionally()) return;
        await(written);
        verdict.complete(true);
        await(over);
    }

    /** Gives it up unless it was kept, and waits until it is over: only then may anybody try again. */
    @Override
    public void close() {
        verdict.complete(false);
        over.handle((done, problem) -> done).join();
    }

    private static void await(CompletableFuture<Void> part) {
        try {
            part.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException slow) {
            throw new CannotAcquireLockException("The other half of this batch waits for somebody", slow);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CompletionException(stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof CannotCreateTransactionException none)
                throw new CannotAcquireLockException("No second connection is free", none);
            if (failed.getCause() instanceof RuntimeException problem) throw problem;
            throw new CompletionException(failed.getCause());
        }
    }
}
