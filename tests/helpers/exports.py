"""Exports of six systems, drawn from a seed: their real column names, plausible rows and awkward ones.

The names of columns are facts, each from its system's documents: see `sources` in the maps themselves.
"""

import csv
import io
import random
from datetime import UTC, datetime, timedelta

HEADERS = {
    "hubspot": (
        """
        Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Create Date,
        Last Modified Date,Contact Type,Lifecycle Stage,Lead Source,Associated Deal,Associated Company,
        Associated Deal IDs
        """,
        """
        hs_object_id,hs_timestamp,hs_call_title,hs_call_body,hs_call_status,hs_call_disposition,
        hs_call_direction,hs_call_duration,hs_call_from_number,hs_call_to_number,hs_call_callee_object_id,
        hs_call_callee_object_type,hs_call_recording_url,hs_call_source,hubspot_owner_id
        """,
    ),
    "salesforce": (
        """
        Id,FirstName,LastName,AccountId,Email,Phone,MobilePhone,Fax,MailingCountry,MailingState,DoNotCall,
        HasOptedOutOfEmail,OwnerId,CreatedDate
        """,
        """
        Id,RecordTypeId,WhoId,WhatId,Subject,ActivityDate,Status,Priority,IsHighPriority,OwnerId,
        Description,Type,IsDeleted,AccountId,IsClosed,CreatedDate,CreatedById,LastModifiedDate,
        LastModifiedById,SystemModstamp,IsArchived,CallDurationInSeconds,CallType,CallDisposition,
        CallObject,ReminderDateTime,IsReminderSet
        """,
    ),
    "pipedrive": (
        """
        Person - Name*,Person - First name,Person - Last name,Person - Phone,Person - Email (Work),
        Person - Email (Home),Organization - Name,Organization - Address,Deal - Title,Deal - Value
        """,
        """
        outcome,to_phone_number,start_time,end_time,user_id,activity_id,subject,duration,from_phone_number,
        person_id,org_id,deal_id,lead_id,note
        """,
    ),
    "close": (
        """
        id,display_name,description,url,status_label,primary_contact_name,primary_contact_title,
        primary_contact_primary_phone,primary_contact_primary_phone_type,primary_contact_other_phones,
        primary_contact_primary_email,date_created,created_by_name,address_1_country,address_1_state
        """,
        """
        id,lead_id,user_name,direction,disposition,duration,date_created,activity_at,remote_phone,
        local_phone,note
        """,
    ),
    "vicidial": (
        """
        lead_id,entry_date,modify_date,status,user,vendor_lead_code,source_id,list_id,gmt_offset_now,
        called_since_last_reset,phone_code,phone_number,title,first_name,middle_initial,last_name,address1,
        address2,address3,city,state,province,postal_code,country_code,gender,date_of_birth,alt_phone,email,
        security_phrase,comments,called_count,last_local_call_time,rank,owner
        """,
        """
        uniqueid,lead_id,list_id,campaign_id,call_date,start_epoch,end_epoch,length_in_sec,status,
        phone_code,phone_number,user,comments,processed,user_group,term_reason,alt_dial
        """,
    ),
    "asterisk": (
        None,
        """
        calldate,clid,src,dst,dcontext,channel,dstchannel,lastapp,lastdata,duration,billsec,disposition,
        amaflags,accountcode,uniqueid,userfield
        """,
    ),
}
ENDINGS = {
    "hubspot": (
        "9d9162e7-6cf3-4944-bf63-4dff82258764", "f240bbac-87c9-4f6e-bf70-924b57d47db7", "",
        "b2cf5968-551e-4856-9783-52b3da59a7d0", "73a0d17f-1163-4015-bdd5-ec830791da20",
    ),
    "salesforce": ("No Answer", "Busy", "Hung up", "Conversation", "Do Not Call"),
    "pipedrive": ("connected", "no_answer", "left_message", "left_voicemail", "busy"),
    "close": ("answered", "no-answer", "vm-left", "busy", "abandoned"),
    "vicidial": ("NA", "AA", "SALE", "NI", "CALLBK", "DNC", "B"),
    "asterisk": ("ANSWERED", "NO ANSWER", "BUSY", "FAILED", "CONGESTION"),
}  # fmt: skip
BEGAN = datetime(2026, 3, 2, 14, tzinfo=UTC)
AWKWARD = ("=cmd|' /C calc'!A0", "line\nbreak", 'a "quoted" word', "\x00\x1b[2J", "Zoë, Ltd", "x" * 140_000, "")
"""What stands in texts that nobody reads by machine."""


class Export:
    """Two files of one system: its people and its calls."""

    def __init__(self, system: str, seed: int = 0, rows: int = 200) -> None:
        self.system, self.dice, self.rows = system, random.Random(f"{system}{seed}"), rows
        self.headers = [each and [name.strip() for name in each.split(",")] for each in HEADERS[system]]

    def contacts(self) -> str:
        return self._written(self.headers[0], [self._person(each) for each in range(self.rows)])

    def calls(self) -> str:
        return self._written(self.headers[1], [self._call(each) for each in range(self.rows)])

    def who(self, place: int) -> str:
        """The id under which a person stands in the system."""
        forms = {"salesforce": f"0035g00000{place:05d}AAA", "close": f"lead_{place:06d}"}
        return forms.get(self.system, str(1000 + place))

    def number(self, place: int) -> str:
        return f"+1212555{place:04d}"

    # --- rows ----------------------------------------------------------------------------------------------------

    def _person(self, place: int) -> dict[str, str]:
        first, last, mail = f"Ada{place}", "Osei", f"ada{place}@example.org"
        number, who = self.number(place), self.who(place)
        fields = {
            "hubspot": {"Record ID": who, "First Name": first, "Last Name": last, "Email": mail, "Phone Number": number,
                        "Create Date": "2026-01-05 09:30", "Associated Company": "Acme"},
            "salesforce": {"Id": who, "FirstName": first, "LastName": last, "Email": mail, "Phone": number,
                           "MailingCountry": "United States", "MailingState": "NY", "DoNotCall": str(place % 50 == 0),
                           "HasOptedOutOfEmail": "0", "CreatedDate": "2026-01-05T09:30:00.000+0000"},
            "pipedrive": {"Person - Name*": f"{first} {last}", "Person - Phone": number, "Person - Email (Work)": mail,
                          "Organization - Name": "Acme"},
            "close": {"id": who, "display_name": "Acme", "primary_contact_name": f"{first} {last}",
                      "primary_contact_primary_phone": number, "primary_contact_primary_email": mail,
                      "date_created": "2026-01-05T09:30:00+00:00", "address_1_country": "US", "address_1_state": "NY"},
            "vicidial": {"lead_id": who, "first_name": first, "last_name": last, "phone_code": "1",
                         "phone_number": number[2:], "country_code": "USA", "state": "NY", "email": mail,
                         "status": "DNC" if place % 50 == 0 else "NEW", "entry_date": "2026-01-05 09:30:00"},
        }[self.system]  # fmt: skip
        return self._spoilt(fields, place)

    def _call(self, place: int) -> dict[str, str]:
        at, ended = BEGAN + timedelta(hours=place), self.dice.choice(ENDINGS[self.system])
        person = self.dice.randrange(self.rows)
        number, who, day = self.number(person), self.who(person), at.strftime("%Y-%m-%d %H:%M:%S")
        fields = {
            "hubspot": {"hs_object_id": f"c{place}", "hs_timestamp": str(int(at.timestamp() * 1000)),
                        "hs_call_status": "COMPLETED", "hs_call_disposition": ended, "hs_call_direction": "OUTBOUND",
                        "hs_call_duration": "61500", "hs_call_to_number": number, "hs_call_callee_object_id": who,
                        "hubspot_owner_id": "77"},
            "salesforce": {"Id": f"00T5g0000{place:06d}AAA", "WhoId": who, "Type": "Call", "Status": "Completed",
                           "CreatedDate": at.isoformat(), "ActivityDate": at.strftime("%Y-%m-%d"),
                           "CallDurationInSeconds": "61", "CallType": "Outbound", "CallDisposition": ended},
            "pipedrive": {"outcome": ended, "to_phone_number": number, "start_time": day, "activity_id": f"a{place}",
                          "duration": "61", "person_id": f"ada{person}@example.org", "note": "<p>rang</p>"},
            "close": {"id": f"acti_{place}", "lead_id": who, "direction": "outbound", "disposition": ended,
                      "duration": "61", "date_created": at.isoformat(), "remote_phone": number, "user_name": "Rita"},
            "vicidial": {"uniqueid": f"{place}.7", "lead_id": who, "call_date": day, "length_in_sec": "61",
                         "status": ended, "phone_code": "1", "phone_number": number[2:], "user": "6666"},
            "asterisk": {"calldate": day, "src": "101", "dst": number[1:], "duration": "70", "billsec": "61",
                         "disposition": ended, "uniqueid": f"{place}.7", "clid": '"Rita" <101>'},
        }[self.system]  # fmt: skip
        return self._spoilt(fields, place)

    def _spoilt(self, fields: dict[str, str], place: int) -> dict[str, str]:
        """One row in ten is awkward: a cell that cannot be read, or a text that nobody reads by machine."""
        if place % 10 != 9:
            return fields
        named = self.dice.choice(list(fields))
        return {**fields, named: self.dice.choice(AWKWARD)}

    def _written(self, header: list[str], rows: list[dict[str, str]]) -> str:
        out = io.StringIO()
        writer = csv.DictWriter(out, header, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        lines = out.getvalue()
        return lines + ('"an unended quote' + "," * 3 + "\n") + ",".join("x" for _ in header[1:]) + "\n"
