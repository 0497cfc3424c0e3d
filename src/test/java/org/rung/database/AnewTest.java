package org.rung.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Metrics;
import java.sql.SQLException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rung.RungTest;
import org.rung.common.Id;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database rolled back for another's sake is done again, whole, and nothing else is. */
@RungTest
class AnewTest {
    @Autowired
    DSLContext db;

    @Autowired
    TransactionTemplate transaction;

    /** A front door of this test. */
    static class Door {
        final AtomicInteger calls = new AtomicInteger();
        private final int refusals;
        private final RuntimeException refusal;

        Door(int refusals, RuntimeException refusal) {
            this.refusals = refusals;
            this.refusal = refusal;
        }

        Door() {
            this(0, new IllegalStateException());
        }

        @Transactional
        public int open() {
            if (calls.incrementAndGet() <= refusals) throw refusal;
            return calls.get();
        }
    }

    private static RuntimeException said(int code) {
        return said(code, "refused");
    }

    private static RuntimeException said(int code, String words) {
        return new UncategorizedSQLException("commit", null, new SQLException(words, "HY000", code));
    }

    private static double retried() {
        return Metrics.counter("rung.deadlocks.retried").count();
    }

    private static Door behindTheAdvisor(Door door) {
        var factory = new ProxyFactory(door);
        factory.setProxyTargetClass(true);
        factory.addAdvisor(CrossedConfiguration.crossedTransactionsBeginAnew());
        return (Door) factory.getProxy(AnewTest.class.getClassLoader());
    }

    @ParameterizedTest
    @ValueSource(ints = {1213, 1020, 1047, 3101})
    void a_front_door_begins_anew_after_a_conflict_of_any_kind_of_cluster_and_counts_it(int code) {
        double before = retried();
        var door = new Door(3, said(code));
        assertThat(behindTheAdvisor(door).open()).isEqualTo(4);
        assertThat(retried()).isGreaterThanOrEqualTo(before + 3);
    }

    @Test
    void what_waited_in_vain_for_a_lock_is_tried_once_more() {
        assertThat(behindTheAdvisor(new Door(1, said(1205))).open()).isEqualTo(2);
        var door = new Door(2, said(1205));
        assertThatThrownBy(() -> behindTheAdvisor(door).open()).isInstanceOf(UncategorizedSQLException.class);
        assertThat(door.calls).hasValue(2);
    }

    @Test
    void a_commit_that_failed_is_tried_again_only_where_a_conflict_was_the_reason() {
        String conflict = "Got error 149 \"Lock deadlock; Retry transaction\" during COMMIT";
        assertThat(behindTheAdvisor(new Door(1, said(1180, conflict))).open()).isEqualTo(2);
        var door = new Door(1, said(1180, "Got error 5 \"Input/output error\" during COMMIT"));
        assertThatThrownBy(() -> behindTheAdvisor(door).open()).isInstanceOf(UncategorizedSQLException.class);
        assertThat(door.calls).hasValue(1);
    }

    @Test
    void it_gives_up_after_six_trials() {
        var door = new Door(100, said(1213));
        assertThatThrownBy(() -> behindTheAdvisor(door).open()).isInstanceOf(UncategorizedSQLException.class);
        assertThat(door.calls).hasValue(6);
    }

    @Test
    void a_broken_rule_or_a_lost_connection_is_not_tried_again() {
        var duplicate = new Door(1, said(1062));
        assertThatThrownBy(() -> behindTheAdvisor(duplicate).open()).isInstanceOf(UncategorizedSQLException.class);
        // Its commit may have happened.
        var lost = new Door(1, new DataAccessResourceFailureException("", new SQLException("gone", "08S01", 0)));
        assertThatThrownBy(() -> behindTheAdvisor(lost).open()).isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(duplicate.calls).hasValue(1);
        assertThat(lost.calls).hasValue(1);
    }

    @Test
    void inside_of_another_transaction_only_the_outer_one_may_begin_anew() {
        var door = new Door(1, new CannotAcquireLockException("", new SQLException("deadlock", "40001", 1213)));
        var outer = new AtomicInteger();
        int calls = Anew.whenCrossed(() -> transaction.execute(status -> {
            outer.incrementAndGet();
            return behindTheAdvisor(door).open();
        }));
        assertThat(calls).isEqualTo(2);
        assertThat(outer).hasValue(2);
    }

    @Test
    void two_that_wait_for_each_other_are_both_done_once() throws Exception {
        String table = "crossed_" + Id.next();
        db.execute("create table " + table + " (id int primary key, n int not null)");
        db.execute("insert into " + table + " values (1, 0), (2, 0)");
        double before = retried();
        var trials = new AtomicInteger();
        var together = new CyclicBarrier(2);
        try (ExecutorService two = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = two.submit(() -> bothRows(table, 1, 2, trials, together));
            var other = two.submit(() -> bothRows(table, 2, 1, trials, together));
            one.get(30, TimeUnit.SECONDS);
            other.get(30, TimeUnit.SECONDS);
        }
        assertThat(db.fetchValue("select sum(n * id) from " + table)).hasToString("6");
        assertThat(trials).hasValueGreaterThan(2);
        assertThat(retried()).isGreaterThan(before);
        db.execute("drop table " + table);
    }

    private Object bothRows(String table, int first, int second, AtomicInteger trials, CyclicBarrier together) {
        return Anew.whenCrossed(() -> transaction.execute(status -> {
            db.execute("update " + table + " set n = n + 1 where id = ?", first);
            // Each has its first row before either asks for its second.
            if (trials.incrementAndGet() <= 2) meet(together);
            return db.execute("update " + table + " set n = n + 1 where id = ?", second);
        }));
    }

    private static void meet(CyclicBarrier together) {
        try {
            together.await(20, TimeUnit.SECONDS);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
