//! A date at the precision at which it was given.

use std::fmt;

/// A date, with a time where one was given: no more than what the source says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Date {
    /// Year, 1 to 9999.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: Option<u8>,
    /// Day of the month, 1 to 31.
    pub day: Option<u8>,
    /// Hour and minute, where given.
    pub time: Option<Time>,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Time {
    /// Hour, 0 to 23.
    pub hour: u8,
    /// Minute, 0 to 59.
    pub minute: u8,
    /// Second, 0 to 59; 0 where the source gives none.
    pub second: u8,
    /// Minutes east of UTC; none where the zone is not known.
    pub offset_minutes: Option<i16>,
}

impl Date {
    /// Reads the ISO 8601 forms that facts hold: `2020`, `2020-03`, `2020-03-23`, `2020-03-23T10:00`, `…T10:00:00Z`,
    /// `…T10:00:00+02:00`.
    pub fn parse(value: &str) -> Option<Self> {
        let (day, time) = value.split_once('T').map_or((value, None), |(day, time)| (day, Some(time)));
        let mut parts = day.split('-');
        let year = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
        let (mut month, mut day) = (None, None);
        if let Some(part) = parts.next() {
            month = Some(number(part, 1, 12)?);
        }
        if let Some(part) = parts.next() {
            day = Some(number(part, 1, 31)?);
        }
        let time = match time {
            Some(time) => Some(Time::parse(time)?),
            None => None,
        };
        parts.next().is_none().then_some(Self { year, month, day, time })
    }
}

impl Time {
    fn parse(value: &str) -> Option<Self> {
        let (clock, offset_minutes) = match value.find(['Z', '+', '-']) {
            None => (value, None),
            Some(at) if &value[at..] == "Z" => (&value[..at], Some(0)),
            Some(at) => {
                let (hours, minutes) = value[at + 1..].split_once(':')?;
                let minutes = i16::from(number(hours, 0, 23)?) * 60 + i16::from(number(minutes, 0, 59)?);
                (&value[..at], Some(if value[at..].starts_with('-') { -minutes } else { minutes }))
            }
        };
        let mut parts = clock.split(':');
        let hour = number(parts.next()?, 0, 23)?;
        let minute = number(parts.next()?, 0, 59)?;
        let second = parts.next().map_or(Some(0), |second| number(second.split('.').next()?, 0, 59))?;
        parts.next().is_none().then_some(Self { hour, minute, second, offset_minutes })
    }
}

fn number(digits: &str, least: u8, most: u8) -> Option<u8> {
    let number = digits.parse().ok().filter(|_| digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit()))?;
    (least..=most).contains(&number).then_some(number)
}

/// ISO 8601.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        let Some(Time { hour, minute, second, offset_minutes }) = self.time else { return Ok(()) };
        write!(f, "T{hour:02}:{minute:02}")?;
        if second != 0 || offset_minutes.is_some() {
            write!(f, ":{second:02}")?;
        }
        match offset_minutes {
            None => Ok(()),
            Some(0) => f.write_str("Z"),
            Some(minutes) => {
                let sign = if minutes < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", minutes.unsigned_abs() / 60, minutes.unsigned_abs() % 60)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn what_is_read_is_written() {
        for iso in [
            "2020",
            "2020-03",
            "2020-03-23",
            "2020-03-23T10:00",
            "2020-03-23T10:00:05",
            "2020-03-23T10:00:00Z",
            "2020-03-23T10:00:00-03:30",
        ] {
            assert_eq!(Date::parse(iso).map(|date| date.to_string()).as_deref(), Some(iso));
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in ["", "20", "2020-13", "2020-3-23", "2020-03-23T", "2020-03-23T25:00", "2020-03-23T10:00+2", "a-b-c"]
        {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }
}
