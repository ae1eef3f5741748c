-- sessions-with-two-networks
select session, collect_set(upn) as upns, collect_set(network) as networks, min(time) as first, max(time) as last
from events where session is not null and network is not null
group by session having count(distinct network) > 1 order by first

-- tokens-with-two-networks
select token, first(session, true) as session, collect_set(upn) as upns, collect_set(network) as networks, count(*) as events
from events where token is not null and network is not null
group by token having count(distinct network) > 1 order by token

-- tokens-without-sign-in
select token, collect_set(upn) as upns, collect_set(ip) as ips, min(time) as first, count(*) as events
from events where token is not null
group by token having max(if(kind like 'SIGN_IN%', 1, 0)) = 0 and max(if(kind in ('OPERATION', 'GRAPH_CALL', 'DIRECTORY_CHANGE'), 1, 0)) = 1
order by first

-- tokens-after-revocation
with revoked as (
  select lower(target) as target, time as at from events
  where operation in ('Revoke refresh tokens', 'Update StsRefreshTokenValidFrom Timestamp', 'Update StsRefreshTokenValidFrom Timestamp.', 'Disable account', 'Disable account.') and target is not null),
tokens as (
  select token, user_object_id, upn, min(time) as first, max(time) as last, count(*) as events from events
  where token is not null group by token, user_object_id, upn)
select t.token, t.upn, sort_array(collect_set(r.at)) as revoked, t.first, t.last, t.events
from tokens t join revoked r on r.target = t.user_object_id or r.target = t.upn
where t.first < r.at and t.last > r.at
group by t.token, t.user_object_id, t.upn, t.first, t.last, t.events order by t.last

-- address-in-sessions
select session, collect_set(upn) as upns, collect_set(operation) as operations, min(time) as first, max(time) as last, count(*) as events
from events where ip = :value and session is not null
group by session order by first

-- transferred-sign-ins
select time, upn, ip, country, app_name, resource_name, transfer_method, auth_protocol, session, token, result
from events where kind like 'SIGN_IN%' and (lower(transfer_method) in ('devicecodeflow', 'authenticationtransfer') or lower(auth_protocol) = 'devicecode')
order by time

-- success-after-failures
with signed_in as (
  select ip, upn, result, time, max(if(result = 'SUCCESS', time, null)) over (partition by ip, upn) as last_success
  from events where kind like 'SIGN_IN%' and ip is not null and upn is not null)
select ip, upn, sum(if(result = 'FAILURE' and time < last_success, 1, 0)) as failed_before, sum(if(result = 'SUCCESS', 1, 0)) as succeeded, min(time) as first, max(time) as last
from signed_in
group by ip, upn having failed_before >= 10 order by failed_before desc

-- consents
select time, upn, operation, target, ip, session, token
from events where operation in ('Consent to application', 'Consent to application.', 'Add delegated permission grant', 'Add delegated permission grant.', 'Add app role assignment to service principal', 'Add app role assignment to service principal.')
order by time

-- inbox-rules
select time, upn, operation, mailbox, target, ip, network, session, token
from events where operation in ('New-InboxRule', 'Set-InboxRule', 'UpdateInboxRules', 'Set-Mailbox', 'New-TransportRule')
order by time

-- mail-by-session
select session, network, collect_set(upn) as upns, collect_set(mailbox) as mailboxes, sum(coalesce(item_count, 1)) as items, min(time) as first, max(time) as last
from events where operation in ('MailItemsAccessed', 'MessageBind') and session is not null
group by session, network order by items desc
