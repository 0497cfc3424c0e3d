package org.rung.payments.ui;

import org.rung.nodes.CalmScreens;
import org.rung.nodes.Everywhere;
import org.rung.nodes.OpenPages;
import org.rung.payments.OnlineMoved;
import org.springframework.stereotype.Component;

/** Open pages of online giving; each looks again when a gift comes in, and while the books are compared. */
@Component
class OnlineScreens extends OpenPages {
    OnlineScreens() {
        super(new CalmScreens("online-giving"));
    }

    @Everywhere
    void on(OnlineMoved moved) {
        tellSoon(moved.organizationId());
    }
}
