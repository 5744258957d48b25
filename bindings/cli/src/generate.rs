//! The manual page and the completions, which are made of the arguments themselves.

use std::io::{self, Write};

use clap::CommandFactory;
use clap_complete::Shell;

use crate::args::{Args, Generate};

pub(crate) fn generate(what: Generate) -> io::Result<()> {
    let mut command = Args::command();
    let mut out = Vec::new();
    let shell = match what {
        Generate::Man => {
            clap_mangen::Man::new(command).render(&mut out)?;
            return io::stdout().write_all(&out);
        }
        Generate::Bash => Shell::Bash,
        Generate::Zsh => Shell::Zsh,
        Generate::Fish => Shell::Fish,
        Generate::Elvish => Shell::Elvish,
        Generate::Powershell => Shell::PowerShell,
    };
    clap_complete::generate(shell, &mut command, "nutgraf", &mut out);
    io::stdout().write_all(&out)
}
