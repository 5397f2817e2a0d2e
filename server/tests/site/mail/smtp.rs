//! A mail server on loopback: a real conversation over TCP, line by line, that answers as the test wrote.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use server::config::{Mail, Security};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

/// How one conversation goes; whatever isn't said goes well.
#[derive(Clone, Debug, Default)]
pub struct Script {
    /// Instead of the greeting.
    pub greeting: Option<&'static str>,
    /// Instead of accepting the password.
    pub login: Option<&'static str>,
    /// Instead of accepting the sender.
    pub sender: Option<&'static str>,
    /// Instead of accepting the recipient.
    pub recipient: Option<&'static str>,
    /// What happens once the message is there.
    pub end: End,
}

/// What happens once the message is there.
#[derive(Clone, Copy, Debug, Default)]
pub enum End {
    /// It is taken.
    #[default]
    Taken,
    /// It is answered so.
    Answer(&'static str),
    /// The line is cut in the middle of the message.
    CutInTheMiddle,
    /// The message is taken, and the line is cut before that is said.
    CutAfterwards,
    /// Nothing more is ever said.
    Silence,
}

/// A message as the server has it.
#[derive(Clone, Debug)]
pub struct Heard {
    /// The envelope's sender.
    pub from: String,
    /// The envelope's recipient.
    pub to: String,
    /// What was said to present and to identify oneself.
    pub commands: Vec<String>,
    /// The message, dots undone.
    pub message: String,
}

impl Heard {
    /// The value of a header that fits a line.
    pub fn header(&self, name: &str) -> Option<&str> {
        let head = self.message.split("\r\n\r\n").next()?;
        head.split("\r\n").find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }
}

/// A server that listens, and what it heard.
pub struct Server {
    port: u16,
    scripts: Arc<Mutex<VecDeque<Script>>>,
    heard: mpsc::UnboundedReceiver<Heard>,
    spoken: mpsc::UnboundedReceiver<Vec<String>>,
}

impl Server {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let scripts: Arc<Mutex<VecDeque<Script>>> = Arc::default();
        let (tell, heard) = mpsc::unbounded_channel();
        let (speak, spoken) = mpsc::unbounded_channel();
        let queue = Arc::clone(&scripts);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let script = queue.lock().unwrap().pop_front().unwrap_or_default();
                let (tell, speak) = (tell.clone(), speak.clone());
                tokio::spawn(async move {
                    let mut conversation = Conversation::new(stream, script);
                    // An error is a line that was cut: that is one of the things tested.
                    let _ = conversation.hold(&tell).await;
                    let _ = speak.send(conversation.commands);
                });
            }
        });
        Self { port, scripts, heard, spoken }
    }

    /// How the next conversations go, one each.
    pub fn will(&self, scripts: impl IntoIterator<Item = Script>) {
        self.scripts.lock().unwrap().extend(scripts);
    }

    /// Settings that lead here.
    pub fn settings(&self) -> Mail {
        Mail {
            host: "127.0.0.1".into(),
            port: self.port,
            security: Security::None,
            from: "Congrès <congres@association.example>".into(),
            bounces: "retours+{id}@association.example".into(),
            per_minute: 60_000,
            ..Mail::default()
        }
    }

    /// The next message that arrives; waits for it.
    pub async fn next(&mut self) -> Heard {
        self.heard.recv().await.expect("the server runs")
    }

    /// What was said in the next conversation that ends; waits for its end.
    pub async fn conversation(&mut self) -> Vec<String> {
        self.spoken.recv().await.expect("the server runs")
    }

    /// How many messages arrived that nobody asked for yet.
    pub fn waiting(&self) -> usize {
        self.heard.len()
    }
}

struct Conversation {
    stream: BufReader<TcpStream>,
    script: Script,
    commands: Vec<String>,
    from: String,
    to: String,
}

impl Conversation {
    fn new(stream: TcpStream, script: Script) -> Self {
        let stream = BufReader::new(stream);
        Self { stream, script, commands: Vec::new(), from: String::new(), to: String::new() }
    }

    async fn say(&mut self, line: &str) -> std::io::Result<()> {
        self.stream.get_mut().write_all(format!("{line}\r\n").as_bytes()).await
    }

    async fn listen(&mut self) -> std::io::Result<String> {
        let mut line = String::new();
        if self.stream.read_line(&mut line).await? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        Ok(line)
    }

    async fn hold(&mut self, tell: &mpsc::UnboundedSender<Heard>) -> std::io::Result<()> {
        let greeting = self.script.greeting.unwrap_or("220 essai.example ESMTP");
        self.say(greeting).await?;
        loop {
            let line = self.listen().await?.trim_end().to_owned();
            self.commands.push(line.clone());
            let verb = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
            match verb.as_str() {
                "EHLO" => self.say("250-essai.example\r\n250-8BITMIME\r\n250 AUTH PLAIN LOGIN").await?,
                "AUTH" => self.say(self.script.login.unwrap_or("235 2.7.0 ok")).await?,
                "MAIL" => {
                    self.from = between(&line);
                    self.say(self.script.sender.unwrap_or("250 2.1.0 ok")).await?;
                }
                "RCPT" => {
                    self.to = between(&line);
                    self.say(self.script.recipient.unwrap_or("250 2.1.5 ok")).await?;
                }
                "DATA" => {
                    self.say("354 go on").await?;
                    self.message(tell).await?;
                }
                "QUIT" => return self.say("221 bye").await,
                _ => self.say("502 5.5.1 what?").await?,
            }
        }
    }

    async fn message(&mut self, tell: &mpsc::UnboundedSender<Heard>) -> std::io::Result<()> {
        let mut message = String::new();
        loop {
            let line = self.listen().await?;
            if matches!(self.script.end, End::CutInTheMiddle) {
                return Err(std::io::ErrorKind::ConnectionReset.into());
            }
            if line == ".\r\n" {
                break;
            }
            message.push_str(line.strip_prefix('.').unwrap_or(&line));
        }
        if matches!(self.script.end, End::Taken | End::CutAfterwards) {
            let commands = self.commands.clone();
            let _ = tell.send(Heard { from: self.from.clone(), to: self.to.clone(), commands, message });
        }
        match self.script.end {
            End::Taken => self.say("250 2.0.0 taken").await,
            End::Answer(line) => self.say(line).await,
            End::CutInTheMiddle | End::CutAfterwards => Err(std::io::ErrorKind::ConnectionReset.into()),
            End::Silence => std::future::pending().await,
        }
    }
}

/// What stands between « < » and « > ».
fn between(line: &str) -> String {
    line.split(['<', '>']).nth(1).unwrap_or_default().to_owned()
}
