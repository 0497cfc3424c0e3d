package org.rung.media;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.rung.common.Id;
import org.rung.settings.RungSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where files are kept, and the jobs of this room. */
@Configuration(proxyBeanMethods = false)
class MediaConfiguration {
    static final TaskDescriptor<Void> FETCH = TaskDescriptor.of("media-fetch");
    static final TaskDescriptor<Void> DROP = TaskDescriptor.of("media-drop");

    @Bean
    Blobs blobs(RungSettings settings, @Value("${RUNG_MEDIA_URL:}") String url, Clock clock) {
        return url.isBlank()
                ? new FolderBlobs(settings.home().resolve("media"), clock)
                : BucketBlobs.at(URI.create(url.strip()));
    }

    @Bean
    Task<Void> fetchMedia(Fetching fetching) {
        return Tasks.custom(FETCH)
                .onFailureReschedule(FixedDelay.of(Duration.ofMinutes(1)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> fetching.of(new AttachmentId(Id.parse("attachment", instance.getId())))
                        .<CompletionHandler<Void>>map(
                                again -> (complete, operations) -> operations.reschedule(complete, again))
                        .orElseGet(CompletionHandler.OnCompleteRemove::new));
    }

    @Bean
    Task<Void> dropMedia(Blobs blobs) {
        return Tasks.custom(DROP)
                .onFailureReschedule(FixedDelay.of(Duration.ofMinutes(5)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    blobs.delete(instance.getId());
                    return new CompletionHandler.OnCompleteRemove<>();
                });
    }

    /** Nobody keeps a reply begun for a week. */
    @Bean
    Task<Void> forgetOfferedPictures(Keeping keeping, Clock clock) {
        return Tasks.recurring("media-forget", FixedDelay.of(Duration.ofHours(6)))
                .execute((instance, context) -> {
                    while (keeping.forgetOffered(clock.instant().minus(Duration.ofDays(7))) > 0) {
                        // Some at a time.
                    }
                });
    }
}
