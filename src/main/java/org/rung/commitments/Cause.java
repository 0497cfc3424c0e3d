package org.rung.commitments;

import java.util.Optional;
import org.rung.common.MessageId;

/**
 * Where they promised it.
 *
 * @param topic the conversation's number, as it stands on the texts exchanged in it
 * @param message their text that said so, where one did
 */
public record Cause(long topic, Optional<MessageId> message) {}
