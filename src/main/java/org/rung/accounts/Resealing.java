package org.rung.accounts;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** After a start with a new key in front everything stored is sealed with it, so that the old one can be left away. */
@Component
class Resealing {
    private static final Logger LOG = LoggerFactory.getLogger(Resealing.class);

    private final List<Sealing> rooms;

    Resealing(List<Sealing> rooms) {
        this.rooms = rooms;
    }

    @EventListener(ApplicationReadyEvent.class)
    void sealAnew() {
        var all = rooms.stream().map(Sealing::sealAnew).reduce(new Sealing.Result(0, 0), Sealing.Result::plus);
        if (all.sealed() > 0) {
            LOG.info(
                    "{} stored keys and links are sealed with the first key of RUNG_SECRET_KEY now; older keys are not needed any more",
                    all.sealed());
        }
        if (all.lost() > 0) {
            LOG.warn("{} stored keys and links are sealed with a key that is not in RUNG_SECRET_KEY", all.lost());
        }
    }
}
