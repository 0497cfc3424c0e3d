package org.rung.help.ui;

import org.rung.nodes.CalmScreens;
import org.rung.nodes.Everywhere;
import org.rung.nodes.OpenPages;
import org.rung.texting.ConversationChanged;
import org.springframework.stereotype.Component;

/** Open lists of who asks for help; each looks again when a conversation changes. */
@Component
class HelpWatchers extends OpenPages {
    HelpWatchers() {
        super(new CalmScreens("help-lists"));
    }

    @Everywhere
    void changed(ConversationChanged change) {
        tellSoon(change.organizationId());
    }
}
