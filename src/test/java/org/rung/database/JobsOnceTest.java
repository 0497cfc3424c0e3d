package org.rung.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.common.Id;
import org.springframework.beans.factory.annotation.Autowired;

/** Jobs of two servers on one database. */
@RungTest
class JobsOnceTest {
    private static final int JOBS = 60;

    @Autowired
    DataSource database;

    @Autowired
    DSLContext db;

    @Test
    void two_schedulers_do_each_job_once() {
        String name = "once-" + Id.next();
        Map<String, Integer> done = new ConcurrentHashMap<>();
        OneTimeTask<Void> job =
                Tasks.oneTime(name).execute((instance, context) -> done.merge(instance.getId(), 1, Integer::sum));
        var left = scheduler("left", job);
        var right = scheduler("right", job);
        for (int i = 0; i < JOBS; i++) left.schedule(job.instance("job " + i), Instant.now());
        left.start();
        right.start();
        try {
            await("all are done and gone")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> db.fetch("select 1 from scheduled_tasks where task_name = ?", name)
                            .isEmpty());
        } finally {
            left.stop();
            right.stop();
        }
        assertThat(done).hasSize(JOBS);
        assertThat(done.values()).containsOnly(1);
    }

    private Scheduler scheduler(String name, OneTimeTask<Void> job) {
        return Scheduler.create(database, job)
                .schedulerName(new SchedulerName.Fixed(name))
                .pollingInterval(Duration.ofMillis(50))
                .alwaysPersistTimestampInUTC()
                .build();
    }
}
