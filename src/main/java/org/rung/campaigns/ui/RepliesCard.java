package org.rung.campaigns.ui;

import java.util.Optional;
import org.rung.accounts.SignedIn;
import org.rung.campaigns.CannedReplies;
import org.springframework.stereotype.Component;

/** The ready answers of the campaign. */
@Component
class RepliesCard implements StepCard {
    private final CannedReplies replies;
    private final SignedIn signedIn;

    RepliesCard(CannedReplies replies, SignedIn signedIn) {
        this.replies = replies;
        this.signedIn = signedIn;
    }

    @Override
    public Step step() {
        return Step.REPLIES;
    }

    @Override
    public void show(Scene scene) {
        scene.panel()
                .add(new CannedRepliesPanel(
                        replies, signedIn, Optional.of(scene.campaign().campaignId())));
    }
}
