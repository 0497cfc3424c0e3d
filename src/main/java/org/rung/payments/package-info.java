/** Money taken online: pages to give on, the provider that takes the cards, standing gifts, receipts, and books compared. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "database",
            "settings",
            "nodes",
            "accounts",
            "consent",
            "people",
            "actions",
            "commitments",
            "notices",
            "giving",
            "messaging",
            "openpages",
            "texting"
        })
package org.rung.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
