package org.rung.messaging;

import java.util.Optional;
import org.rung.senders.Paces;
import org.rung.senders.SenderId;

/** Texts of one sender, of which some may be claimed now; without a sender, those that still look for one. */
record Lane(Optional<SenderId> sender, Paces.Given given) {}
