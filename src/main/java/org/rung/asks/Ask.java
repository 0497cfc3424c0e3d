package org.rung.asks;

import java.util.Optional;
import org.rung.commitments.AskFamily;
import org.rung.commitments.AskId;

/** Something to propose to people on one rung of the commitment ladder. */
public record Ask(
        AskId askId,
        int position,
        AskFamily family,
        String title,
        String words,
        Optional<Integer> capacity,
        int cooldownDays) {}
