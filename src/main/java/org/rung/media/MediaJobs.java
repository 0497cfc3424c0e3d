package org.rung.media;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Instant;
import java.util.Collection;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Hands work to the scheduler in the running transaction: it will be done exactly if that commits. */
@Component
class MediaJobs {
    private final ObjectProvider<SchedulerClient> scheduler;

    MediaJobs(ObjectProvider<SchedulerClient> scheduler) {
        this.scheduler = scheduler;
    }

    void fetch(AttachmentId attachmentId, Instant now) {
        scheduler.ifAvailable(client -> client.scheduleIfNotExists(
                MediaConfiguration.FETCH.instance(attachmentId.text()).build(), now));
    }

    void drop(Collection<String> names, Instant now) {
        scheduler.ifAvailable(client -> names.forEach(name -> client.scheduleIfNotExists(
                MediaConfiguration.DROP.instance(name).build(), now)));
    }
}
