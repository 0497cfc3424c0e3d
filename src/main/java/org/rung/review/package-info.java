/** All texts looked through by those who answer for them: found, watched, dealt with, and a word to their texters. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "care",
            "database",
            "accounts",
            "consent",
            "people",
            "messaging",
            "scripts",
            "campaigns",
            "texting",
            "answers"
        })
package org.rung.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
