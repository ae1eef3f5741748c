package org.tokenlane.ingest.exchange;

import java.util.List;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.ingest.shape.ShapeText;
import org.tokenlane.model.evidence.Shape.Container;

/** The importers of exports that show how mailboxes are set. */
public final class ExchangeStateImporters {

    private ExchangeStateImporters() {
    }

    public static List<Importer> all() {
        return List.of(
                new StateExport(ShapeText.INBOX_RULES, Container.CSV,
                        "UserName,RuleName,Enabled,Priority,RuleIdentity,StopProcessingRules,CopyToFolder,MoveToFolder,"
                                + "RedirectTo,ForwardTo,ForwardAsAttachmentTo,DeleteMessage,Description",
                        MailboxRules::isInboxRule, MailboxRules::inboxRule),
                new StateExport(ShapeText.INBOX_RULES_GRAPH, Container.JSON,
                        "id,displayName,sequence,conditions,actions,isEnabled", MailboxRules::isGraphRule,
                        MailboxRules::graphRule),
                new StateExport(ShapeText.SWEEP_RULES, Container.CSV,
                        "Name,RuleId,Enabled,Provider,Sender,SourceFolder,DestinationFolder,KeepForDays,KeepLatest",
                        MailboxRules::isSweepRule, MailboxRules::sweepRule),
                new StateExport(ShapeText.TRANSPORT_RULES, Container.CSV,
                        "Name,Description,CreatedBy,WhenChanged,State", MailboxRules::isTransportRule,
                        MailboxRules::transportRule),
                new StateExport(ShapeText.MAILBOX_FORWARDING, Container.CSV,
                        "DisplayName,UserPrincipalName,PrimarySMTPAddress,ForwardingSMTPAddress,ForwardingAddress,"
                                + "DeliverToMailboxAndForward,WhenChangedUTC",
                        MailboxAccess::isForwarding, MailboxAccess::forwarding),
                new StateExport(ShapeText.MAILBOX_PERMISSIONS_SUMMARY, Container.CSV,
                        "UserPrincipalName,DisplayName,RecipientTypeDetails,FullAccessUsers,FullAccessPermissions,"
                                + "SendAsUsers,SendAsPermissions,SendOnBehalfUsers,CalendarUsers,InboxUsers",
                        MailboxAccess::isSummary, MailboxAccess::summary),
                new StateExport(ShapeText.MAILBOX_PERMISSIONS, Container.CSV,
                        "Identity,User,AccessRights,IsInherited,Deny,InheritanceType",
                        MailboxAccess::isMailboxPermission, MailboxAccess::mailboxPermission),
                new StateExport(ShapeText.RECIPIENT_PERMISSIONS, Container.CSV,
                        "Identity,Trustee,AccessControlType,AccessRights,IsInherited,InheritanceType",
                        MailboxAccess::isRecipientPermission, MailboxAccess::recipientPermission),
                new StateExport(ShapeText.FOLDER_PERMISSIONS, Container.CSV,
                        "Identity,FolderName,User,AccessRights,SharingPermissionFlags",
                        MailboxAccess::isFolderPermission, MailboxAccess::folderPermission));
    }
}
