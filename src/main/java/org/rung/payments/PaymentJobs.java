package org.rung.payments;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens by itself; each looks for everyone at once, and costs one statement where nothing is due. */
@Configuration(proxyBeanMethods = false)
class PaymentJobs {
    static final TaskDescriptor<Void> COMPARISON = TaskDescriptor.of("payments-comparison");
    private static final int BATCH = 100;

    @Bean
    RecurringTask<Void> paymentTidings(Tidings tidings) {
        return Tasks.recurring("payment-tidings", FixedDelay.of(Duration.ofSeconds(15)))
                .execute((instance, context) -> {
                    while (!context.getSchedulerState().isShuttingDown() && tidings.handleDue(BATCH)) {}
                });
    }

    @Bean
    RecurringTask<Void> giftReceipts(Receipts receipts) {
        return Tasks.recurring("gift-receipts", FixedDelay.of(Duration.ofSeconds(30)))
                .execute((instance, context) -> {
                    while (!context.getSchedulerState().isShuttingDown() && receipts.send(BATCH)) {}
                });
    }

    @Bean
    RecurringTask<Void> givingTextsDue(GivingTexts texts) {
        return Tasks.recurring("giving-texts", FixedDelay.of(Duration.ofSeconds(30)))
                .execute((instance, context) ->
                        texts.write(BATCH, () -> context.getSchedulerState().isShuttingDown()));
    }

    /** What somebody pressed a button for. */
    @Bean
    Task<Void> paymentsComparison(ComparisonRun run) {
        return Tasks.custom(COMPARISON)
                // The next round goes on with it.
                .onFailure((complete, operations) -> operations.remove())
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    run.run(
                            organization(instance),
                            () -> context.getSchedulerState().isShuttingDown());
                    return new CompletionHandler.OnCompleteRemove<>();
                });
    }

    private static OrganizationId organization(TaskInstance<?> instance) {
        return new OrganizationId(Id.parse("organization", instance.getId().substring(0, 13)));
    }

    @Bean
    RecurringTask<Void> paymentsComparisons(ComparisonRun run) {
        return Tasks.recurring("payments-comparisons", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) ->
                        run.round(() -> context.getSchedulerState().isShuttingDown()));
    }

    @Bean
    RecurringTask<Void> paymentsCompared(ComparisonRun run) {
        return Tasks.recurring("payments-compared", new Daily(ZoneOffset.UTC, LocalTime.of(3, 40)))
                .execute((instance, context) ->
                        run.night(() -> context.getSchedulerState().isShuttingDown()));
    }
}
