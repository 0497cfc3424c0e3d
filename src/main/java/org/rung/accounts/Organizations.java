package org.rung.accounts;

import java.time.ZoneId;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Service;

/** Organizations and their settings. */
@Service
public class Organizations {
    /** @throws org.rung.common.Problem.Missing */
    public Organization get(OrganizationId organizationId) {
        throw new UnsupportedOperationException("built next");
    }

    public void change(Actor actor, Organization changed) {
        throw new UnsupportedOperationException("built next");
    }

    /** Makes an organization and announces OrganizationFounded. */
    public OrganizationId found(String name, String country, ZoneId zone, boolean demo) {
        throw new UnsupportedOperationException("built next");
    }
}
