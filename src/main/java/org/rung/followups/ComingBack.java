package org.rung.followups;

import org.rung.texting.ConversationRow;

/** A conversation that rests, as a list shows it. */
public record ComingBack(FollowUp followUp, ConversationRow conversation) {}
