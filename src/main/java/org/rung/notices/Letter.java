package org.rung.notices;

import java.util.Locale;
import java.util.Optional;
import org.rung.common.MemberId;

/** What one admin is to be told by e-mail, in their language. */
record Letter(
        NoticeId noticeId,
        MemberId memberId,
        String email,
        Locale language,
        String organization,
        String sentence,
        Optional<String> link,
        int tries) {}
