package org.rung.accounts;

import org.rung.common.OrganizationId;

/** Takes one-time codes to people, one for each way; given by the rooms that send e-mail and texts. */
public interface Courier {
    Way way();

    /** Whether anything can leave this way at all, for any organization. */
    boolean open();

    /** Whether this organization's people can be reached this way now. */
    boolean open(OrganizationId organizationId);

    /** Joins the running transaction: the code leaves after its commit, and is tried again while it is good. */
    void take(Parcel parcel);
}
