package org.rung.messaging;

import java.util.List;
import org.rung.common.MessageId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Words to people who were erased while a text was on its way go once it has settled, and never leave again. */
@Component
class Forgetting {
    private static final int BATCH = 1_000;

    private final ForgottenStore store;

    Forgetting(ForgottenStore store) {
        this.store = store;
    }

    /** How many texts lost their words. */
    @Transactional
    public int wipe() {
        List<MessageId> settled = store.settled(BATCH);
        if (!settled.isEmpty()) {
            store.wipe(settled);
        }
        return settled.size();
    }
}
