package org.tokenlane.detect.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.detect.exposure.Exposure.FileAction;

/** What operations on files and in Teams do, told by their names. */
class FileAndTeamsActionsTest {

    @ParameterizedTest
    @CsvSource({ "FileSyncDownloadedFull,SYNCED", "FileSyncUploadedFull,UPLOADED", "FileDownloaded,DOWNLOADED",
        "FileUploaded,UPLOADED", "FolderCreated,UPLOADED", "FileCreatedByCopy,CHANGED", "FileDeleted,DELETED",
        "FileRecycled,DELETED", "FileAccessed,VIEWED", "PageViewed,VIEWED", "ClientViewSignaled,VIEWED",
        "PagePrefetched,VIEWED", "AnonymousLinkUsed,VIEWED", "FileModified,CHANGED", "FileRenamed,CHANGED" })
    void aFileIsViewedTakenOrChanged(String operation, FileAction action) {
        assertThat(FileLedger.action(operation)).isEqualTo(action);
    }

    @ParameterizedTest
    @CsvSource({ "https://h.example/sites/s/a.docx,https://h.example/sites/s",
        "https://h.example/teams/t?x=1,https://h.example/teams/t",
        "https://h.example/personal/p,https://h.example/personal/p", "https://h.example/a.docx,https://h.example",
        "HTTP://h.example,HTTP://h.example", "a.docx," })
    void theSiteOfAFileIsTheHostWithTheNameOfTheSite(String address, String site) {
        assertThat(FileLedger.site(address)).isEqualTo(site);
    }

    @ParameterizedTest
    @CsvSource({ "MessagesExported,exported", "RecordingDownloaded,exported", "MessageRead,read",
        "ChatRetrieved,read", "MessagesListed,read", "TranscriptViewed,read", "MessageSent,sent",
        "MessageCreatedHasLink,sent", "CardPosted,sent", "MessageDeleted,deleted", "MemberRemoved,deleted",
        "MessageEditedHasLink,changed", "MessageUpdated,changed", "ChatCreated,changed", "MemberAdded,changed",
        "TeamSettingChanged,changed", "TeamsSessionStarted,other" })
    void inTeamsThingsAreReadSentOrChanged(String operation, String action) {
        assertThat(TeamsLedger.action(operation)).isEqualTo(action);
    }

    @Test
    void anOperationWithoutANameIsAnyOther() {
        assertThat(TeamsLedger.action(null)).isEqualTo("other");
    }
}
