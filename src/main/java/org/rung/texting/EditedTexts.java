package org.rung.texting;

import java.util.Optional;
import org.rung.campaigns.CampaignId;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MessageId;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** First texts whose words texters have changed, in campaigns that mark it; needs SEE_CONVERSATIONS. */
@Service
public class EditedTexts {

    private final EditedTextStore store;

    EditedTexts(EditedTextStore store) {
        this.store = store;
    }

    /** The latest first; what was taken back is not among them. */
    @Transactional(readOnly = true)
    public Page<EditedRow> page(Actor actor, CampaignId campaignId, Page.Wanted wanted) {
        actor.must(Permission.SEE_CONVERSATIONS);
        var after = wanted.after().map(text -> new MessageId(Id.parse("cursor", text)));
        var rows = store.page(actor.organization(), campaignId, after, wanted.size() + 1);
        if (rows.size() <= wanted.size()) {
            return new Page<>(rows, Optional.empty());
        }
        var shown = rows.subList(0, wanted.size());
        return new Page<>(shown, Optional.of(shown.getLast().messageId().text()));
    }
}
