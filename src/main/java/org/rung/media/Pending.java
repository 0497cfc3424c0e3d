package org.rung.media;

import java.util.Optional;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.senders.SenderId;

/** A file that is still at the provider's. */
record Pending(
        OrganizationId organizationId,
        AttachmentId attachmentId,
        MessageId messageId,
        PhoneNumber phone,
        Optional<SenderId> sender,
        AttachmentState state,
        String url,
        int attempts) {

    static String blobName(OrganizationId organizationId, AttachmentId attachmentId) {
        return organizationId.text() + "/" + attachmentId.text();
    }

    String blobName() {
        return blobName(organizationId, attachmentId);
    }

    String shownName() {
        return blobName() + "-shown";
    }
}
